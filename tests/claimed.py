"""A claimed speaker beside the one whom an invented source gives."""

from quoteverify import language, parse
from quoteverify.collation.verify.speech.compared import Compared
from quoteverify.models import Speaker, SpeakerKind

ENGLISH = language("en")
SAID = "We sail"


def beside(claimed: str, source: str, *, given: str | None = None) -> Compared:
    """Who is claimed to have said "We sail", beside the one whom a source says said it.

    Args:
        claimed: Who is claimed.
        source: The source.
        given: The role that stands for the speaker, where reading is to make nobody of it.
    """
    document = parse(source)
    quote = next(quote for quote in document.quotes if quote.text.startswith(SAID))
    speaker = quote.speaker if given is None else Speaker(given, kind=SpeakerKind.ROLE)
    assert speaker is not None
    return Compared(Speaker(claimed), speaker, document, ENGLISH, quote)
