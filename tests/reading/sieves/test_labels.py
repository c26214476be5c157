import pytest
from shown import answers_of, without

from quoteverify.reading.sieves import labels

# For each sieve, texts with what the last quotation's answer is: its mention and its reason.
CASES = {
    "label": [
        ("Ruth Vale: “We sail at noon.”", "Ruth Vale", "label"),
        ("MS. VALE: “We sail at noon.”", "MS. VALE", "label"),
        ("Former pilot Vale to board on delays: 'We sail'", "Former pilot Vale", "label"),
    ],
    "label_after": [("‘We sail at noon’: Ruth Vale", "Ruth Vale", "label_after")],
    "titled": [("Vale: Port is a “floating ruin”", "Vale", "titled")],
    "signed": [
        ("“We sail at noon.” - Ruth Vale", "Ruth Vale", "signed"),
        ("“We sail at noon.”\n\n— Ruth Vale, pilot", "Ruth Vale", "signed"),
    ],
}
TABLE = [(sieve, *case) for sieve, cases in CASES.items() for case in cases]


@pytest.mark.parametrize(("sieve", "text", "mention", "reason"), TABLE)
def test_a_sieve_finds_who_speaks_and_says_why(sieve, text, mention, reason):
    _, found, _, why, _ = answers_of(text)[-1]
    assert (found, why) == (mention, reason)


@pytest.mark.parametrize("sieve", CASES)
def test_without_a_sieve_an_example_reads_differently(sieve):
    others = without(getattr(labels, sieve))
    assert any(answers_of(text) != answers_of(text, sieves=others) for text, _, _ in CASES[sieve])
