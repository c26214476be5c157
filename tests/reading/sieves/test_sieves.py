import pytest
from shown import answers_of

from quoteverify.reading.sieves.sieves import BEFORE_RANKING, SIEVES

# For each sieve, texts with what the last quotation's answer is: its mention and its reason.
CASES = {
    "said_after": [
        ("“We sail at noon,” Ruth Vale said.", "Ruth Vale", "said_after"),
        ("“We sail at noon,” said Ruth Vale, the pilot.", "Ruth Vale", "said_after"),
        ("“Do we sail?” Ms. Vale, a pilot of 30 years, asked.", "Ms. Vale", "said_after"),
        ("“We sail”, added the pilot’s spokesman.", "the pilot’s spokesman", "said_after"),
        ("“We sail,” Vale, 41, who grew up in Aas and swims, told the Port News.", "Vale", "said_after"),
        ("“We sail,” he went on.", "he", "said_after"),
        ("“We sail,” according to Ruth Vale.", "Ruth Vale", "said_after"),
        ("“We sail,” said Secretary of State Ruth Vale.", "Secretary of State Ruth Vale", "said_after"),
        ("“We sail,” said his lawyer, Ruth Vale.", "his lawyer, Ruth Vale", "said_after"),
        ("“We sail,” said one of the pilots.", "one of the pilots", "said_after"),
        ("“We sail,” the Port News quoted Ruth Vale as saying.", "Ruth Vale", "said_after"),
        ("“A ruin” is how Ruth Vale describes it.", "Ruth Vale", "said_after"),
    ],
    "came_from": [
        ("“Never!” came the reply from Ruth Vale.", "Ruth Vale", "came_from"),
        ("“Never again” was the message of the board.", "the board", "came_from"),
        ("“Never again” was Ruth Vale’s message.", "Ruth Vale", "came_from"),
    ],
    "said_in_sentence_after": [
        ("“We sail.” So said Ruth Vale on Monday.", "Ruth Vale", "said_in_sentence_after"),
        ("“We sail.” That is the view of Ruth Vale, who built it.", "Ruth Vale", "said_in_sentence_after"),
        ("It rained. “We sail.'' Ruth Vale said on Monday.", "Ruth Vale", "said_in_sentence_after"),
    ],
    "label": [
        ("Ruth Vale: “We sail at noon.”", "Ruth Vale", "label"),
        ("MS. VALE: “We sail at noon.”", "MS. VALE", "label"),
        ("Former pilot Vale to board on delays: 'We sail'", "Former pilot Vale", "label"),
    ],
    "label_after": [("‘We sail at noon’: Ruth Vale", "Ruth Vale", "label_after")],
    "signed": [
        ("“We sail at noon.” - Ruth Vale", "Ruth Vale", "signed"),
        ("“We sail at noon.”\n\n— Ruth Vale, pilot", "Ruth Vale", "signed"),
    ],
    "verb_after": [
        ("“We sail!” beamed Ruth Vale.", "Ruth Vale", "verb_after"),
        ("“We sail,” Vale started.", "Vale", "verb_after"),
    ],
    "titled": [("Vale: Port is a “floating ruin”", "Vale", "titled")],
    "governed": [
        ("Ruth Vale said: “We sail at noon.”", "Ruth Vale", "said_before"),
        ("Vale said that the ship was “a ruin” and “a shame.”", "Vale", "said_around"),
        ("The board said the ship had become a “ruin.”", "The board", "reported_clause"),
        ("Vale’s claim that the ship was “a ruin” was read out.", "Vale", "owned_cue"),
        ("The “floating ruin” must go, Ruth Vale said.", "Ruth Vale", "said_later"),
        ("Ruth Vale is tired of the “floating ruin” in the port.", "Ruth Vale", "clause_subject"),
    ],
    "introduced": [
        ("Ruth Vale was blunt:\n\n“We sail at noon.”", "Ruth Vale", "introduced"),
        ("The board issued a statement saying:\n\n“We sail at noon.”", "The board", "introduced"),
    ],
    "continued": [
        ("“We sail,” Ruth Vale said. “We have to.”", "Ruth Vale", "continued"),
        ("Ruth Vale said she had no choice. “We have to sail.”", "Ruth Vale", "said_in_sentence_before"),
        ("Ruth Vale shrugged. “We have to sail.”", "Ruth Vale", "subject_of_sentence_before"),
    ],
    "reopened": [
        ("“We sail,” Vale said. “We have to.\n\n“We have no choice.”", "Vale", "reopened"),
    ],
    "narrated_before": [
        (
            "Ruth Vale came in, shaking an umbrella.\n\n“Did you call the bank?”",
            "Ruth Vale",
            "narrated_before",
        ),
        ("Vale said the ship was lost.\n\n“We shall not see it again.”", "Vale", "said_in_paragraph_before"),
    ],
    "taking_turns": [
        (
            "“We sail,” said Ruth Vale.\n\n“Do we have to?” asked Tom Aas.\n\n“We do.”",
            "Ruth Vale",
            "taking_turns",
        ),
        (
            "“We sail,” said Ruth Vale.\n\n“Must we?” asked Tom Aas.\n\n“We must.”\n\n“Then I come.”",
            "Tom Aas",
            "taking_turns",
        ),
    ],
    "speaker_before": [
        ("“We sail,” said Ruth Vale.\n\n“We have no choice.”", "Ruth Vale", "speaker_before"),
    ],
}
TABLE = [(sieve, *case) for sieve, cases in CASES.items() for case in cases]


@pytest.mark.parametrize(("sieve", "text", "mention", "reason"), TABLE)
def test_a_sieve_finds_who_speaks_and_says_why(sieve, text, mention, reason):
    _, found, _, why, _ = answers_of(text)[-1]
    assert (found, why) == (mention, reason)


@pytest.mark.parametrize("sieve", SIEVES, ids=lambda sieve: sieve.__name__)
def test_without_a_sieve_an_example_reads_differently(sieve):
    others = tuple(s for s in SIEVES if s is not sieve)
    examples = [text for text, _, _ in CASES[sieve.__name__]]
    assert any(answers_of(text) != answers_of(text, sieves=others) for text in examples)


def test_every_sieve_has_examples():
    assert {sieve.__name__ for sieve in SIEVES} == set(CASES)


def test_the_reasons_before_the_ranker_are_names_of_sieves():
    assert set(CASES) > BEFORE_RANKING


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("“We sail,” Vale said, “at noon.”", ["Vale", "Vale"]),
        ("“Do we?” asked Aas.\n\n“We sail,” said Vale.\n\n“We have no choice.”", ["Aas", "Vale", "Vale"]),
        ("“We go,” said Vale. But, said Aas, “not all of us.”", ["Vale", "Aas"]),
        ("“We go.” Vale added: “At noon.”", ["Vale"]),
        ("In Aas on Monday, Vale, 41, said the ship was “a ruin.”", ["Vale"]),
        ("At home in Aas, Berg County, on Monday, Vale, 31, said: “I was ill.”", ["Vale"]),
        ("With Ruth Vale saying she was “done,” the board met.", ["Ruth Vale"]),
        ("The ship was called “a ruin” by Ruth Vale.", ["Ruth Vale"]),
        ("Sen. Ruth Vale (D-Aas), noting the time, said, “We must sail.”", ["Sen. Ruth Vale"]),
    ],
)
def test_among_several_who_could_have_spoken_the_right_one_is_chosen(text, mentions):
    assert [mention for _, mention, *_ in answers_of(text)][-len(mentions) :] == mentions
