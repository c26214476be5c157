"""Documents of outlets that print some quotes, and what they say alike."""

from quoteverify.collation.compare.comparison import compare
from quoteverify.models import Attribution, Document, Quote, QuoteKind, Span, Speaker, SpeakerKind


def document(outlet, *quotes, published=None):
    """A document that prints some quotes, each (speaker, words) or (speaker, words, kind)."""
    text, records = f"{outlet}: ", []
    for number, (name, words, *kind) in enumerate(quotes):
        speaker = Speaker(name, kind=SpeakerKind.PERSON) if name else None
        records.append(
            Quote(
                id=f"q{number}",
                spans=[Span(len(text) + 1, len(text) + 1 + len(words))],
                text=words,
                kind=kind[0] if kind else QuoteKind.SPEECH,
                attribution=Attribution(speaker=speaker),
            )
        )
        text += f"“{words}” said {name}.\n\n"
    return Document(id=outlet, text=text, outlet=outlet, published=published, quotes=records)


def shared(*documents):
    """The texts of the statements that more than one place gives."""
    return [[v.text for v in statement.variants] for statement in compare(documents).shared]


LONG = "The harbour will stay closed until the divers have searched the northern basin"
