import pytest
from shown import answers_of, asked, without

from quoteverify.reading.sieves import nearby

# For each sieve, texts with what the last quotation's answer is: its mention and its reason.
CASES = {
    "introduced": [
        ("Ruth Vale was blunt:\n\n“We sail at noon.”", "Ruth Vale", "introduced"),
        ("The board issued a statement saying:\n\n“We sail at noon.”", "The board", "introduced"),
    ],
    "said_in_sentence_after": [
        ("“We sail.” So said Ruth Vale on Monday.", "Ruth Vale", "said_in_sentence_after"),
        ("“We sail.” Ruth Vale told the Aas Tide on Monday.", "Ruth Vale", "said_in_sentence_after"),
        ("“We sail.” That is the view of Ruth Vale, who built it.", "Ruth Vale", "said_in_sentence_after"),
        ("It rained. “We sail.'' Ruth Vale said on Monday.", "Ruth Vale", "said_in_sentence_after"),
    ],
    "case_cited": [
        (
            "The rule is “plain.” United Ports v. Vale, 512 U.S. 11, 19 (1994).",
            "United Ports v. Vale",
            "signed",
        ),
        ("It is “plain.” Vale v. Aas, 12 F.3d 4 (Berg, J., dissenting).", "Berg", "signed"),
        ("It is “plain.” Vale, 512 U.S. at 41 (Berg, J., dissenting).", "Berg", "signed"),
        (
            "The rule is “plain.” In re Aas Dredging Co., 88 B.R. 12 (1988).",
            "In re Aas Dredging Co.",
            "signed",
        ),
        ("The rule is “plain.” State ex rel. Vale v. Aas, 12 F.3d 4.", "State ex rel. Vale v. Aas", "signed"),
        (
            "A right is settled when it is “plain to all.” Vale v. Aas, 12 F.3d 4 (1994).",
            "Vale v. Aas",
            "signed",
        ),
        (
            "The rule is “to sail.” Vale v. Bank of Aas, Inc., [1998] 2 AC 14.",
            "Vale v. Bank of Aas",
            "signed",
        ),
    ],
    "said_in_sentence_before": [
        ("Ruth Vale said she had no choice. “We have to sail.”", "Ruth Vale", "said_in_sentence_before"),
        ("Ruth Vale shrugged. “We have to sail.”", "Ruth Vale", "subject_of_sentence_before"),
    ],
    "narrated_before": [
        (
            "Ruth Vale came in, shaking an umbrella.\n\n“Did you call the bank?”",
            "Ruth Vale",
            "narrated_before",
        ),
        ("Vale said the ship was lost.\n\n“We shall not see it again.”", "Vale", "said_in_paragraph_before"),
    ],
}
TABLE = [(sieve, *case) for sieve, cases in CASES.items() for case in cases]


@pytest.mark.parametrize(("sieve", "text", "mention", "reason"), TABLE)
def test_a_sieve_finds_who_speaks_and_says_why(sieve, text, mention, reason):
    _, found, _, why, _ = answers_of(text)[-1]
    assert (found, why) == (mention, reason)


@pytest.mark.parametrize("sieve", CASES)
def test_without_a_sieve_an_example_reads_differently(sieve):
    others = without(getattr(nearby, sieve))
    assert any(answers_of(text) != answers_of(text, sieves=others) for text, _, _ in CASES[sieve])


VALES, AASES = "Vale " * 13, "Aas " * 14
# For each sieve, a text that it looks just so far in, and one that goes on by a word more.
LIMITS = [
    (
        "said_in_sentence_after",
        "“We sail.” So said Ruth Vale on Monday in May.",
        "“We sail.” So said Ruth Vale on Monday in early May.",
    ),
    (
        "said_in_sentence_after",
        "“We sail.” That is the very sober view of Ruth Vale.",
        "“We sail.” That is the very old sober view of Ruth Vale.",
    ),
    (
        "case_cited",
        "It is “plain.” Bank for Aas v. Berg, 12 F.3d 4.",
        "It is “plain.” Bank from Aas v. Berg, 12 F.3d 4.",
    ),
    (
        "case_cited",
        f"It is “plain.” {VALES}v. Aas, 12 F.3d 4.",
        f"It is “plain.” {VALES}Vale v. Aas, 12 F.3d 4.",
    ),
    (
        "case_cited",
        f"It is “plain.” Vale v. {AASES}, 12 F.3d 4.",
        f"It is “plain.” Vale v. {AASES}Aas, 12 F.3d 4.",
    ),
]


@pytest.mark.parametrize(("sieve", "within", "beyond"), LIMITS)
def test_a_sieve_looks_so_far_and_no_farther(sieve, within, beyond):
    assert asked(getattr(nearby, sieve), within)
    assert asked(getattr(nearby, sieve), beyond) is None


@pytest.mark.parametrize(
    "text",
    [
        "The film is “a joy to all.” Vale v. Aas opened in 1994.",
        "The game was “a joy to all.” Vale v. Aas, the last, drew none.",
        "The rule is “to sail.” Vale and Aas, 12 F.3d 4 (1994).",
        "The rule is “to sail.” In re Aas nobody spoke for 12 days.",
        "The rule is “to sail.” See v. Aas, 12 F.3d 4 (1994).",
        "Ann Berg said the rule is “to sail.” Vale v. Aas, 12 F.3d 4 (1994).",
    ],
)
def test_what_is_no_case_behind_its_words_is_not_cited(text):
    assert "Vale v. Aas" not in {mention for _, mention, *_ in answers_of(text)}
