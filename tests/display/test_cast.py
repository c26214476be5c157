import attrs
from display.gallery import told
from records import BRANDT, OKAFOR, REPORT, morning

from quoteverify.display.cast import cast, letters
from quoteverify.models import Attribution, Document, QuoteKind, Speaker


def test_speakers_are_numbered_as_they_appear():
    assert cast(morning()).numbers == {OKAFOR: 0, REPORT: 1, BRANDT: 2}
    named = attrs.evolve(morning(), quotes=morning().quotes[4:], speakers=(REPORT, BRANDT))
    assert cast(named).numbers == {BRANDT: 0, REPORT: 1}


def test_quotes_are_put_together_by_their_speakers_and_nobodys_come_last():
    first, *rest = morning().quotes
    made = cast(attrs.evolve(morning(), quotes=[attrs.evolve(first, attribution=Attribution()), *rest]))
    assert [(part.speaker, part.number, [n for n, _ in part.quotes]) for part in made.parts] == [
        (OKAFOR, 0, [2, 3]),
        (REPORT, 1, [4]),
        (BRANDT, 2, [5]),
        (None, None, [1]),
    ]
    assert [part.letters for part in made.parts] == ["A", "B", "C", "?"]
    assert (made.spoken, made.speaking) == (5, 3)


def test_terms_stand_apart():
    term, *rest = morning().quotes
    made = cast(attrs.evolve(morning(), quotes=[attrs.evolve(term, kind=QuoteKind.TERM), *rest]))
    assert [number for number, _ in made.terms] == [1]
    assert (made.spoken, made.speaking) == (4, 3)


def test_who_is_named_and_not_quoted_has_no_part():
    made = cast(Document(text="", speakers=[OKAFOR]))
    assert (list(made.parts), made.speaking) == ([], 0)


def test_other_names_are_those_that_differ():
    speaker = Speaker("Ana Lind", aliases=["Lind", "Ana Lind"])
    quote = attrs.evolve(morning().quotes[1], attribution=Attribution(speaker=speaker))
    (part,) = cast(Document(text="", quotes=[quote])).parts
    assert part.other_names == ["Lind"]


def test_who_is_told_of_without_marks_comes_behind_who_is_quoted():
    bo, quoted = Speaker("Bo"), told()
    made = cast(quoted, quoted.reports)
    assert [(part.letters, len(part.quotes), [n for n, _ in part.reports]) for part in made.parts] == [
        ("A", 1, [1, 2]), ("B", 0, [3]), ("?", 0, [4]),
    ]  # fmt: skip
    assert (made.spoken, made.told, made.speaking) == (1, 4, 2)
    assert bo not in cast(quoted).numbers


def test_letters_go_on_after_the_last():
    assert [letters(n) for n in (0, 25, 26, 51, 52, 701, 702)] == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]
