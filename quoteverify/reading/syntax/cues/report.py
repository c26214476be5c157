"""A report of speech: a cue in a sentence, and the mention whose words it reports."""

from enum import StrEnum

import attrs

from quoteverify.models import Span
from quoteverify.reading.syntax.mentions import Mention
from quoteverify.reading.syntax.sentences import Sentence


class CueKind(StrEnum):
    """What a cue reports, by its form."""

    SAY = "say"
    """A verb of saying."""
    NAME = "name"
    """A verb that gives somebody's words about something: she called it “a ruin”."""
    SOURCE = "source"
    """A phrase that names a source: "according to"."""
    NOUN = "noun"
    """A noun that somebody owns: "her claim"."""


@attrs.frozen
class CuedReport:
    """A cue in a sentence with the mention that it makes the speaker.

    Attributes:
        cue: Where the cue stands.
        kind: What the cue reports.
        mention: Who speaks.
        first: The index of the cue's first token.
        last: The index of the cue's last token.
        own: Whether the mention is the cue's own subject, not one shared with an earlier verb.
        relayer: Who hands on what the mention says, where somebody does: the paper that quotes her.
    """

    cue: Span
    kind: CueKind
    mention: Mention
    first: int
    last: int
    own: bool = True
    relayer: Mention | None = None

    @property
    def start(self) -> int:
        """The index of the first token of cue and mention."""
        return min(self.first, self.mention.first)

    @property
    def end(self) -> int:
        """The index of the last token of cue and mention."""
        return max(self.last, self.mention.last)


def report_by(
    sentence: Sentence, i: int, kind: CueKind, mention: Mention | None, own: bool
) -> CuedReport | None:
    """A report by the one word of a cue; None of nobody."""
    return None if mention is None else CuedReport(sentence.span(i, i), kind, mention, i, i, own)
