"""A claimed speaker beside the one whom an invented source gives."""

from quoteverify import language, parse
from quoteverify.collation.verify.speech.compared import Compared
from quoteverify.models import Speaker

ENGLISH = language("en")
SAID = "We sail"


def beside(claimed: str, source: str) -> Compared:
    """Who is claimed to have said "We sail", beside the one whom a source says said it."""
    document = parse(source)
    quote = next(quote for quote in document.quotes if quote.text.startswith(SAID))
    assert quote.speaker is not None
    return Compared(Speaker(claimed), quote.speaker, document, ENGLISH, quote)
