import functools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shown import ENGLISH, narration_of

import quoteverify as qv
from quoteverify.errors import ArgumentTypeError, ArgumentValueError
from quoteverify.models import Basis, QuoteKind, Reason, Span
from quoteverify.reading.attribution.confidence import confidence
from quoteverify.reading.attribution.sorts import Sort
from quoteverify.reading.people.resolver import Resolver
from quoteverify.reading.sieves import SIEVES
from quoteverify.reading.sieves.custom import CustomSieve, checked_sieves, in_order

BRACKETS = re.compile(r"\s*\(([^()]+)\)")


def in_brackets(quotation):
    """“We sail.” (Ruth Vale)"""  # noqa: D415
    found = BRACKETS.match(quotation.text, quotation.outer.end)
    return Span(*found.span(1)) if found else None


def nobody(quotation):
    return None


IN_BRACKETS = CustomSieve(in_brackets, before="label", confidence=0.9)


def read(text, *sieves):
    return [
        (quote.text, quote.speaker and quote.speaker.name, quote.attribution.reason)
        for quote in qv.parse(text, sieves=sieves).quotes
    ]


def saying(answer, **options):
    """A sieve that always gives the same."""
    return CustomSieve(lambda quotation: answer, confidence=0.5, name="always", **options)


class TestItsAnswer:
    def test_it_names_who_spoke_with_its_name_as_the_reason_and_its_confidence(self):
        text = "Ruth Vale came.\n\n“We sail at noon” (Vale)."
        (quote,) = qv.parse(text, sieves=[IN_BRACKETS]).quotes
        said = quote.attribution
        assert (quote.speaker.name, said.mention.of(text), said.cue) == ("Ruth Vale", "Vale", None)
        assert (said.reason, said.confidence, said.basis) == ("in_brackets", 0.9, Basis.GIVEN)
        assert qv.parse(text).quotes[0].attribution.reason != "in_brackets"

    def test_it_may_say_what_reports_the_speech(self):
        text = "Vale (per letter): “We sail at noon.”"
        (quote,) = qv.parse(text, sieves=[saying((Span(0, 4), Span(6, 16)))]).quotes
        assert quote.attribution.cue.of(text) == "per letter"

    def test_where_it_passes_a_quotation_on_the_library_answers(self):
        text = "“We sail,” said Ruth Vale."
        assert read(text, CustomSieve(nobody, confidence=1)) == read(text)

    def test_what_goes_on_with_its_answer_is_no_surer_than_it(self):
        text = "The “old ruin” (Ruth Vale). “We must.”\n\n“And now.”"
        first, after, alone = qv.parse(
            text, sieves=[CustomSieve(in_brackets, before="label", confidence=0.3)]
        ).quotes
        assert [q.attribution.reason for q in (first, after, alone)] == [
            "in_brackets",
            "continued",
            "speaker_before",
        ]
        assert [q.attribution.confidence for q in (first, after, alone)] == [0.3, 0.3, 0.3]

    def test_what_goes_on_with_a_sure_answer_is_as_sure_as_what_goes_on_is(self):
        text = "“We sail” (Ruth Vale). “We must.”\n\n“And now.”"
        alone = qv.parse(text, sieves=[IN_BRACKETS]).quotes[-1]
        by_itself = qv.parse("“We sail,” said Ruth Vale.\n\n“And now.”").quotes[-1]
        assert alone.attribution.reason == by_itself.attribution.reason == Reason.SPEAKER_BEFORE
        assert alone.attribution.confidence == min(by_itself.attribution.confidence, 0.9)

    def test_what_it_names_somebody_for_is_speech_but_for_the_name_of_a_work(self):
        text = "The “bad weather” (Ruth Vale) came. The film “Dark Water” (2019) won."
        found = [(q.kind, q.speaker and q.speaker.name) for q in qv.parse(text, sieves=[IN_BRACKETS]).quotes]
        assert found == [(QuoteKind.SPEECH, "Ruth Vale"), (QuoteKind.TERM, None)]

    def test_a_later_paragraph_that_it_answers_names_the_speaker_of_all(self):
        text = "Tom Aas came in.\n\n“We sail.\n\n“We must” (Ruth Vale)."
        (quote,) = qv.parse(text, sieves=[IN_BRACKETS]).quotes
        assert (len(quote.spans), quote.speaker.name) == (2, "Ruth Vale")

    @pytest.mark.parametrize(
        ("text", "name", "kind", "speaker"),
        [
            ("Ruth Vale, 41: “We sail at noon.”", "Ruth Vale", "person", "Ruth Vale"),
            ("the old pilot, 41: “We sail at noon.”", "the old pilot", "role", "the old pilot"),
            ("“I am Ruth Vale and we sail.”", "Ruth Vale", "person", "Ruth Vale"),
            ("Ruth Vale wrote a book. 41, she, said: “We sail.”", "she", "person", "Ruth Vale"),
        ],
    )
    def test_the_words_it_points_at_are_read_as_any_mention(self, text, name, kind, speaker):
        start = text.index(name)
        (quote,) = qv.parse(text, sieves=[saying(Span(start, start + len(name)))]).quotes
        assert (quote.speaker.name, quote.speaker.kind) == (speaker, kind)
        assert quote.attribution.mention.of(text) == name

    def test_it_sees_the_text_as_a_person_reads_it_and_its_answer_is_of_the_text_as_given(self):
        text = (
            "> The old ferry has been out of the water for all of this long winter, and\n"
            "> the board of the port has met about it. “We sail at noon, whatever they may\n"
            "> say” (Ruth Vale). The board of the port has met twice about that, and will\n"
            "> meet again, as it always has.\n"
        )
        (quote,) = qv.parse(text, sieves=[IN_BRACKETS]).quotes
        assert quote.attribution.mention.of(text) == "Ruth Vale"


class TestWhatItIsShown:
    text = "Ruth Vale came.\n\n“We sail,” she said. It rained and “it poured,” all of it."

    def shown(self, quote):
        seen = []
        qv.parse(self.text, sieves=[CustomSieve(lambda q: seen.append(q), confidence=1, name="seeing")])
        return seen[quote]

    def test_the_quotation_with_its_marks_its_sentence_and_its_paragraph(self):
        shown = self.shown(1)
        assert shown.text == self.text
        parts = [part.of(self.text) for part in (shown.span, shown.outer, shown.sentence, shown.paragraph)]
        assert parts == [
            "it poured,",
            "“it poured,”",
            "It rained and “it poured,” all of it.",
            self.text.split("\n\n")[1],
        ]

    def test_where_who_spoke_before_is_named(self):
        assert self.shown(0).speaker_before is None
        assert self.shown(1).speaker_before.of(self.text) == "she"


class TestItsPlace:
    text = "Vale: “We sail at noon” (Ruth Vale)."

    @pytest.mark.parametrize(
        ("place", "reason"),
        [
            ({}, "in_brackets"),
            ({"before": "label"}, "in_brackets"),
            ({"after": "came_from"}, "in_brackets"),
            ({"after": "label"}, Reason.LABEL),
            ({"before": "label_after"}, Reason.LABEL),
        ],
    )
    def test_it_is_asked_where_it_is_said_to_be(self, place, reason):
        assert read(self.text, CustomSieve(in_brackets, confidence=0.9, **place))[0][2] == reason

    def test_first_of_all_come_those_without_a_place_then_each_beside_its_own(self):
        def named(name, **place):
            return CustomSieve(nobody, confidence=1, name=name, **place)

        custom = [
            named("a", before="label"),
            named("b", after="label"),
            named("c"),
            named("d", before="label"),
            named("e", after="label"),
            named("f"),
        ]
        order = [
            sieve.args[0].name if isinstance(sieve, functools.partial) else sieve.__name__
            for sieve in in_order(iter(custom))
        ]
        plain = [sieve.__name__ for sieve in SIEVES]
        at = plain.index("label")
        assert order == ["c", "f", *plain[:at], "a", "d", "label", "b", "e", *plain[at + 1 :]]

    def test_without_any_the_order_is_the_librarys(self):
        assert in_order(()) == SIEVES


class TestItsArguments:
    @pytest.mark.parametrize(
        ("given", "error", "message"),
        [
            ({"function": "in_brackets"}, ArgumentTypeError, "callable, not str"),
            ({"before": "no_such"}, ArgumentValueError, "before must be one of 'said_after', 'came_from'"),
            ({"after": "no_such"}, ArgumentValueError, "after must .*'speaker_before', not 'no_such'"),
            ({"before": 5}, ArgumentTypeError, "before must be str or NoneType, not int"),
            ({"before": "label", "after": "label"}, ArgumentValueError, "not both"),
            ({"confidence": 1.1}, ArgumentValueError, "from 0 to 1, not 1.1"),
            ({"confidence": -0.1}, ArgumentValueError, "from 0 to 1"),
            ({"confidence": float("nan")}, ArgumentValueError, "from 0 to 1"),
            ({"confidence": "high"}, ArgumentTypeError, "confidence must be float or int, not str"),
            ({"name": 5}, ArgumentTypeError, "name must be str"),
            ({"name": ""}, ArgumentValueError, "needs a name"),
            ({"name": "two words"}, ArgumentValueError, "needs a name .* not 'two words'"),
            ({"function": lambda quotation: None}, ArgumentValueError, "needs a name .* not '<lambda>'"),
            ({"function": functools.partial(in_brackets)}, ArgumentValueError, "needs a name"),
            ({"name": "likeliest"}, ArgumentValueError, "'likeliest' is a name of the library's"),
            ({"name": "said_around"}, ArgumentValueError, "'said_around' is a name of the library's"),
        ],
    )  # fmt: skip
    def test_what_is_wrong_is_refused_with_what_would_be_right(self, given, error, message):
        with pytest.raises(error, match=message):
            CustomSieve(**{"function": in_brackets, "confidence": 0.9, **given})

    def test_both_ends_of_the_scale_are_confidences(self):
        assert [CustomSieve(nobody, confidence=sure).confidence for sure in (0, 1)] == [0, 1]

    def test_a_confidence_is_asked_for(self):
        with pytest.raises(TypeError, match="confidence"):
            CustomSieve(in_brackets)

    @pytest.mark.parametrize("sieves", [5, "in_brackets", b"x", IN_BRACKETS, None])
    def test_sieves_are_several(self, sieves):
        with pytest.raises(ArgumentTypeError, match="several CustomSieve"):
            checked_sieves(sieves)

    @pytest.mark.parametrize("sieve", [in_brackets, None, SIEVES[0]])
    def test_each_is_a_custom_sieve(self, sieve):
        with pytest.raises(ArgumentTypeError, match="each of sieves must be CustomSieve"):
            checked_sieves([sieve])

    def test_two_of_one_name_are_refused(self):
        with pytest.raises(ArgumentValueError, match="two sieves are named 'in_brackets'"):
            checked_sieves([IN_BRACKETS, CustomSieve(in_brackets, confidence=0.5)])

    def test_several_come_as_a_tuple(self):
        assert checked_sieves(iter([IN_BRACKETS])) == (IN_BRACKETS,)


class TestWrongAnswers:
    text = "“We sail,” said Ruth Vale."

    @pytest.mark.parametrize("answer", ["Ruth Vale", (16, 25), (Span(16, 25),) * 3, (), (Span(16, 25), None)])
    def test_what_is_no_place_is_refused(self, answer):
        with pytest.raises(ArgumentTypeError, match="the sieve 'always' must give Span, two Span or None"):
            qv.parse(self.text, sieves=[saying(answer)])

    @pytest.mark.parametrize("span", [Span(3, 3), Span(20, 27), Span(90, 99)])
    def test_a_place_that_the_text_has_not_is_refused(self, span):
        with pytest.raises(ArgumentValueError, match=r"the sieve 'always' gave .* no part of the text"):
            qv.parse(self.text, sieves=[saying(span)])
        with pytest.raises(ArgumentValueError, match="no part of the text"):
            qv.parse(self.text, sieves=[saying((Span(16, 25), span))])

    @given(st.text(alphabet="aSV .,'\"“”\n5", min_size=1, max_size=60), st.data())
    def test_any_part_of_the_text_can_be_a_mention(self, text, data):
        start = data.draw(st.integers(0, len(text) - 1))
        span = Span(start, data.draw(st.integers(start + 1, len(text))))
        for quote in qv.parse(text, sieves=[saying(span)]).quotes:
            assert 0 <= quote.attribution.confidence <= 1


def test_confidence_of_a_sieve_is_its_own_whatever_the_quotation():
    narration = narration_of("“We sail” (Ruth Vale).")
    answer = in_order([IN_BRACKETS])[2](narration, 0, {})
    assert answer.reason == "in_brackets"
    who = Resolver(narration).resolve(answer.mention)
    assert (
        confidence(answer, who, Sort.NAME, "We sail", ENGLISH)
        == confidence(answer, who, Sort.ROLE, "sail", ENGLISH)
        == 0.9
    )


def test_many_processes_ask_it_too(tmp_path, monkeypatch):
    # Spawned processes import it by name: so it lies in a module of its own.
    source = "import re\nfrom quoteverify.models import Span\n\n\ndef signed_in_brackets(quotation):\n"
    source += "    found = re.compile(r' [(]([^()]+)[)]').match(quotation.text, quotation.outer.end)\n"
    source += "    return Span(*found.span(1)) if found else None\n"
    (tmp_path / "sieves_of_a_caller.py").write_text(source, encoding="utf8")
    monkeypatch.syspath_prepend(tmp_path)
    from sieves_of_a_caller import signed_in_brackets

    sieve = CustomSieve(signed_in_brackets, before="label", confidence=0.9)
    texts = ["“We sail” (Ruth Vale).", {"text": "“No” (Tom Aas)."}]
    alone = list(qv.parse_many(texts, sieves=[sieve]))
    assert [document.quotes[0].speaker.name for document in alone] == ["Ruth Vale", "Tom Aas"]
    assert list(qv.parse_many(texts, sieves=[sieve], n_process=2)) == alone


def test_one_that_cannot_travel_is_refused_before_any_text_is_read():
    with pytest.raises(ArgumentTypeError, match="'always' cannot be pickled for other processes"):
        qv.parse_many([], sieves=[saying(None)], n_process=2)
    assert list(qv.parse_many([], sieves=[saying(None)])) == []


def test_a_record_may_have_its_own():
    texts = [{"text": "“We sail” (Ruth Vale).", "sieves": [IN_BRACKETS]}, "“We sail” (Ruth Vale)."]
    reasons = [document.quotes[0].attribution.reason for document in qv.parse_many(texts)]
    assert reasons[0] == "in_brackets"
    assert reasons[1] != "in_brackets"


def test_files_are_read_with_it(tmp_path):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("“We sail” (Ruth Vale).", encoding="utf8")
    one = qv.read(tmp_path / "a.txt", sieves=[IN_BRACKETS])
    many = list(qv.read_many(tmp_path, sieves=iter([IN_BRACKETS])))
    assert {doc.quotes[0].attribution.reason for doc in (one, *many)} == {"in_brackets"}
