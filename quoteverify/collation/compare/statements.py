"""One statement from its parts: its variants, each held against the base, and whose they are."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

import attrs

from quoteverify.collation.compare.columns import columns, only_column
from quoteverify.collation.compare.copies import Copies
from quoteverify.collation.compare.quote_parts import JoinedParts, QuotePart, speaking
from quoteverify.collation.compare.reports.told import held_against
from quoteverify.collation.compare.shared_wording import is_sure
from quoteverify.collation.compare.speakers import KnownSpeakers, are_two
from quoteverify.collation.differences.alignment import align
from quoteverify.models import Difference, Speaker, SpeakerKind, Statement, Variant, Wording
from quoteverify.models.quotes import instant
from quoteverify.text.language import LanguageProfile

_BEGINNING, _DAY = dt.datetime(1970, 1, 1, tzinfo=dt.UTC), dt.timedelta(days=1)


def statement(
    group: list[QuotePart],
    language: LanguageProfile,
    copies: Copies | None = None,
    cast: KnownSpeakers | None = None,
) -> Statement:
    """One statement from its parts; neighbouring parts of one quote are one variant.

    Args:
        group: The parts.
        language: The language of the documents.
        copies: Which of them print one text; if None, each is taken for a text of its own.
        cast: What they say of those who speak; if None, nothing is known but what each is called.
    """
    variants: list[list[QuotePart]] = []
    for part in group:
        if variants and part.said is not None and variants[-1][-1].said is part.said:
            variants[-1].append(part)
        else:
            variants.append([part])
    joined = [JoinedParts(parts) for parts in variants]
    copies = copies or Copies()
    base = _base(joined, copies)
    speakers = _speakers(joined, cast or KnownSpeakers(language))
    return Statement(
        speaker=speakers[0] if speakers else None,
        variants=[_variant(one, joined[base], language) for one in joined],
        speakers=speakers,
        disputed=_disputed(group, language),
        base=base,
        first=_first(joined),
        columns=columns([one.words for one in joined], base)
        if len(joined) > 1
        else only_column(joined[0].text),
        copies=copies.among(one.document.id for one in joined),
    )


def _variant(one: "JoinedParts", base: "JoinedParts", language: LanguageProfile) -> Variant:
    """A variant, held against the base."""
    if one.report:
        wording, differences = held_against(one.text, one.report, base.text, language)
    else:
        wording, differences = _printed(one, base, language)
    return Variant(
        document_id=one.document.id,
        quote_id=one.quote.id if one.quote else None,
        report_id=one.report.id if one.report else None,
        spans=one.spans,
        text=one.text,
        wording=wording,
        differences=list(_in_documents(differences, base, one)),
    )


def _printed(
    one: "JoinedParts", base: "JoinedParts", language: LanguageProfile
) -> tuple[Wording, Sequence[Difference]]:
    """How what is quoted, or is a sentence of the reporter's, stands to the base."""
    alignment = align(base.text, one.text, lang=language)
    return alignment.wording if one.quote else Wording.PARAPHRASE, alignment.differences


def _in_documents(
    differences: Iterable[Difference], base: "JoinedParts", one: "JoinedParts"
) -> Iterator[Difference]:
    """The differences of joined texts, where the documents print both; none in what joins the parts."""
    for difference in differences:
        (a, a_text), (b, b_text) = base.printed(difference.a), one.printed(difference.b)
        if a_text != b_text or difference.a_text == difference.b_text:
            yield attrs.evolve(difference, a=a, b=b, a_text=a_text, b_text=b_text)


def _base(joined: list[JoinedParts], copies: Copies) -> int:
    """The index of the wording of most texts; among equals the longest, as most print it, the first."""
    if len(joined) == 1:
        return 0
    texts: dict[str, Counter[tuple[str, ...]]] = defaultdict(Counter)
    for one in joined:
        if one.quote:
            texts[copies.first(one.document.id)][tuple(one.words.keys)] += 1
    # A text has the wording that most of its prints have: what one outlet changed in its copy is no other's.
    wordings = Counter(
        wording
        for printed in texts.values()
        for wording, prints in printed.items()
        if prints == max(printed.values())
    )
    printings = {(one.text, copies.first(one.document.id)) for one in joined if one.quote}
    exact = Counter(text for text, _ in printings)
    return max(
        range(len(joined)),
        key=lambda n: (
            wordings[tuple(joined[n].words.keys)],
            len(joined[n].words),
            exact[joined[n].text],
            -n,
        ),
    )


def _speakers(joined: list[JoinedParts], cast: KnownSpeakers) -> tuple[Speaker, ...]:
    """The speakers that the documents give, each person once, the one that most give first."""
    people = cast.people(speaking(joined))
    people.sort(key=len, reverse=True)
    return tuple(
        max(names, key=lambda one: (one.kind is not SpeakerKind.ROLE, len(one.name))) for names in people
    )


def _disputed(group: list[QuotePart], language: LanguageProfile) -> bool:
    """Whether two sources surely name two people: a guess is no dispute, nor is a role beside a name."""
    return are_two(
        (part.quote.speaker for part in group if part.quote and part.quote.speaker and is_sure(part)),
        language,
    )


def _first(joined: list[JoinedParts]) -> int | None:
    """The index of the variant published before all others, if every date is known and one is earliest."""
    dates = [one.document.published for one in joined]
    if len({one.document.id for one in joined}) < 2 or None in dates:
        return None
    since = [instant(date) - _BEGINNING for date in dates if date]
    # A day against an hour of that day: no one can say which came first.
    by_day = not all(isinstance(date, dt.datetime) for date in dates)
    moments = [time // _DAY * _DAY for time in since] if by_day else since
    first = min(moments)
    earliest = [n for n, moment in enumerate(moments) if moment == first]
    documents = {joined[n].document.id for n in earliest}
    return earliest[0] if len(documents) == 1 else None
