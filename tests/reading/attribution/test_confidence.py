from shown import ENGLISH, narration_of

from quoteverify.models import Span
from quoteverify.reading.attribution.cascade import attribute
from quoteverify.reading.attribution.confidence import RARE, kind_of_answer, of_mention
from quoteverify.reading.sieves.answers import Answer
from quoteverify.reading.syntax.mentions import Mention, MentionKind

MENTION = Mention(Span(0, 4), MentionKind.NAME, "Vale", "vale", 0, 0)


def test_a_share_is_given_for_every_measured_kind_and_lies_between_none_and_all():
    for row in ENGLISH.rows("confidence"):
        assert 0 <= row.values["right"] <= 1
        assert 0 <= row.values["least"] <= 1


def test_a_higher_score_is_never_less_sure():
    shares = [
        of_mention(Answer(MENTION, None, "reported_clause", score=n / 20), "a ruin", ENGLISH)
        for n in range(21)
    ]
    assert shares == sorted(shares)
    assert shares[0] < shares[-1]


def test_a_quotation_beside_its_cue_is_surer_than_a_guess():
    beside, guess = (Answer(MENTION, None, reason) for reason in ("said_after", "speaker_before"))
    assert of_mention(beside, "We sail,", ENGLISH) > of_mention(guess, "We sail,", ENGLISH)


def test_what_is_too_rare_to_measure_is_measured_together():
    rare = next(row.values["right"] for row in ENGLISH.rows("confidence") if RARE in row.words)
    assert of_mention(Answer(MENTION, None, "never seen"), "We sail,", ENGLISH) == rare


def test_whole_sentences_and_parts_are_measured_apart():
    (answer,) = attribute(narration_of("“We sail,” Vale said.")).values()
    assert kind_of_answer(answer, "We sail,") != kind_of_answer(answer, "sail")


def test_a_name_or_pronoun_and_a_noun_are_measured_apart():
    found = [
        kind_of_answer(answers[0], "We sail,")
        for answers in map(
            attribute,
            map(
                narration_of, ("“We sail,” Vale said.", "“We sail,” she said.", "“We sail,” the pilot said.")
            ),
        )
    ]
    assert found == ["said_after whole", "said_after whole", "said_after whole by a noun"]


def test_every_kind_that_is_ranked_has_a_share_from_the_lowest_score_on():
    least = {}
    for row in ENGLISH.rows("confidence"):
        for kind in row.words:
            least[kind] = min(row.values["least"], least.get(kind, 1.0))
    assert set(least.values()) == {0.0}
