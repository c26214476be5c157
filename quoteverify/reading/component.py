"""The spaCy component ``quoteverify``: quotes as ``doc._.quotes`` and ``doc.spans["quotes"]``.

spaCy imports this module whenever any pipeline is made, as it does for every installed
component. So it imports spaCy alone, and leaves the rest until a pipeline asks for quotes.
"""

import html
import warnings
from collections.abc import Iterable, Mapping
from enum import Enum
from typing import TYPE_CHECKING, Any

from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

if TYPE_CHECKING:
    from quoteverify.models import Attribution, Quote, Report, Speaker
    from quoteverify.reading.sieves.custom import CustomSieve
    from quoteverify.text.language import LanguageProfile

KEY = "quotes"
"""The name under ``doc.spans`` and ``doc._``."""
REPORTS = "reports"
"""The name under ``doc.spans`` of what is told without marks."""


class QuoteComponent:
    """Find the quotes of each ``Doc``, with what the pipeline before it knows: entities and heads.

    What it leaves in a ``Doc`` goes wherever the ``Doc`` goes: through ``to_bytes``, ``DocBin``, pickling
    and other processes.

    Args:
        lang: The language: its code, or its profile.
        speakers: People whom the caller knows.
        sieves: Rules of the caller's own for who spoke.
        reports: Whether what is told without marks is left in ``doc.spans["reports"]`` too.

    >>> import spacy
    >>> nlp = spacy.blank("en")
    >>> component = nlp.add_pipe("quoteverify")
    >>> doc = nlp("“We sail at noon,” said Ruth Vale.")
    >>> [(quote.text, quote.speaker.name) for quote in doc._.quotes]
    [('We sail at noon,', 'Ruth Vale')]
    >>> [(span.text, span.label_, span.kb_id_, span.id_) for span in doc.spans["quotes"]]
    [('We sail at noon,', 'speech', 'Ruth Vale', 'q1')]
    """

    def __init__(
        self,
        lang: "str | LanguageProfile",
        speakers: "Iterable[Speaker]" = (),
        sieves: "Iterable[CustomSieve]" = (),
        reports: bool = False,
    ) -> None:
        from quoteverify.reading.sieves.custom import checked_sieves
        from quoteverify.text.language import as_profile

        self.language = as_profile(lang)
        self.speakers = tuple(speakers)
        self.sieves = checked_sieves(sieves)
        self.reports = reports

    def __call__(self, doc: Doc) -> Doc:
        """Parse ``doc`` and leave its quotes in ``doc.spans["quotes"]``.

        One quote is as many spans as it was printed in, all with its id; a span that begins or ends
        within a token is widened to the token (``doc._.quotes`` keeps the exact place). The label is
        the kind of the quote, the ``kb_id`` who said it, both as displaCy can show them: it does not
        escape them, so a name that holds ``<``, ``>``, ``&`` or ``"`` stands there escaped.
        """
        from quoteverify.reading.parser import parse

        document = parse(doc, lang=self.language, speakers=self.speakers, sieves=self.sieves)
        doc.spans[KEY] = _group(doc, KEY, document.quotes)
        if self.reports:
            doc.spans[REPORTS] = _group(doc, REPORTS, document.reports)
        return doc


def quotes_of(doc: Doc) -> "tuple[Quote, ...]":
    """The quotes that the component left in a ``Doc``; none where it has not been.

    The same as ``doc._.quotes``, for programs that load Docs without making a pipeline.

    Args:
        doc: A ``Doc``; the quotes' offsets are code points of its ``text``.
    """
    group = doc.spans.get(KEY)
    return () if group is None else tuple(map(_quote, group.attrs.get(KEY, ())))


def reports_of(doc: Doc) -> "tuple[Report, ...]":
    """The reports that the component left in a ``Doc``; none where it was not asked for them.

    Args:
        doc: A ``Doc``; the reports' offsets are code points of its ``text``.

    >>> import spacy
    >>> nlp = spacy.blank("en")
    >>> component = nlp.add_pipe("quoteverify", config={"reports": True})
    >>> [(report.text, report.speaker.name) for report in reports_of(nlp("Ruth Vale said it was late."))]
    [('it was late', 'Ruth Vale')]
    """
    group = doc.spans.get(REPORTS)
    return () if group is None else tuple(map(_report, group.attrs.get(REPORTS, ())))


def _group(doc: Doc, name: str, said: "Iterable[Quote | Report]") -> SpanGroup:
    """Quotes or reports as spaCy has them, and whole as plain values."""
    some = list(said)
    return SpanGroup(
        doc,
        name=name,
        attrs={name: [_plain(one) for one in some]},
        spans=[span for one in some for span in _spans(doc, one)],
    )


@Language.factory(
    "quoteverify",
    assigns=["doc.spans", "doc._.quotes"],
    default_config={"lang": None, "speakers": [], "sieves": [], "reports": False},
)
def make_component(
    nlp: Language,
    name: str,
    lang: str | None,
    speakers: list[str | dict[str, Any]],
    sieves: list[Any],
    reports: bool,
) -> QuoteComponent:
    """Make the component of a pipeline, from its config.

    Args:
        nlp: The pipeline.
        name: What the pipeline calls the component.
        lang: The language's code; that of the pipeline where it is None.
        speakers: People whom the caller knows, each a name or a table
            ``{"name": ..., "aliases": [...], "kind": ...}``.
        sieves: Rules of the caller's own for who spoke. A config holds plain values only, so they come from
            a registered function that gives a list of them: ``{"@misc": "my_sieves"}``.
        reports: Whether what is told without marks is left in ``doc.spans["reports"]`` too.

    Raises:
        ArgumentTypeError: A speaker or a sieve is something else.
        ArgumentValueError: There is no data for the language.
    """
    component = QuoteComponent(
        str(nlp.lang) if lang is None else lang, map(_known, speakers), sieves, reports
    )
    if not Doc.has_extension(KEY):
        Doc.set_extension(KEY, getter=quotes_of)
    elif Doc.get_extension(KEY)[2] is not quotes_of:
        warnings.warn(
            f"doc._.{KEY} is already somebody else's and stays so; quotes_of(doc) gives the quotes",
            stacklevel=2,
        )
    return component


def _spans(doc: Doc, quote: "Quote | Report") -> Iterable[Span]:
    """A quote or report as spaCy has it, each end widened to the token it is in."""
    name = html.escape(quote.speaker.name, quote=False).replace('"', "&quot;") if quote.speaker else ""
    for place in quote.spans:
        span = doc.char_span(
            place.start,
            place.end,
            label=quote.kind.value,
            kb_id=name,
            span_id=quote.id,
            alignment_mode="expand",
        )
        if span is not None:
            yield span


def _known(speaker: object) -> "Speaker":
    """A speaker from a pipeline's config, which holds plain values only."""
    from quoteverify.errors import ArgumentTypeError, check_choice
    from quoteverify.models import Speaker, SpeakerKind

    if not isinstance(speaker, Mapping):
        return Speaker(speaker)  # type: ignore[arg-type]  # which says so if it is no name
    if "kind" in speaker:
        check_choice("a known speaker's kind", speaker["kind"], tuple(map(str, SpeakerKind)))
    try:
        return Speaker(**speaker)
    except TypeError as error:
        raise ArgumentTypeError(f"a known speaker has name, aliases and kind: {error}") from error


def _plain(quote: "Quote | Report") -> dict[str, Any]:
    """A quote or report as msgpack can hold it."""
    import attrs

    return attrs.asdict(
        quote, value_serializer=lambda _, __, value: value.value if isinstance(value, Enum) else value
    )


_PLACES = ("mention", "antecedent", "cue", "addressee")


def _quote(plain: Mapping[str, Any]) -> "Quote":
    """A quote from what ``_plain`` made of it."""
    from quoteverify.models import Marks, Quote
    from quoteverify.models import Span as Place

    return Quote(
        **{
            **plain,
            "spans": [Place(**place) for place in plain["spans"]],
            "marks": [Marks(**marks) for marks in plain["marks"]],
            "attribution": _attribution(plain["attribution"]),
        }
    )


def _report(plain: Mapping[str, Any]) -> "Report":
    """A report from what ``_plain`` made of it."""
    from quoteverify.models import Report
    from quoteverify.models import Span as Place

    places = [Place(**place) for place in plain["spans"]]
    return Report(**{**plain, "spans": places, "attribution": _attribution(plain["attribution"])})


def _attribution(told: Mapping[str, Any]) -> "Attribution":
    from quoteverify.models import Attribution, Speaker
    from quoteverify.models import Span as Place

    # What an earlier version left in a Doc has no antecedent.
    places = {name: told.get(name) and Place(**told[name]) for name in _PLACES}
    speaker = told["speaker"] and Speaker(**told["speaker"])
    return Attribution(**{**told, **places, "speaker": speaker})
