import os
import random
import subprocess
import sys
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteverify.collation.pairs import encoding, pairing, shingles
from quoteverify.collation.pairs.encoding import EncodedTexts, encode
from quoteverify.collation.pairs.pairing import pair
from quoteverify.errors import ArgumentTypeError, ArgumentValueError
from quoteverify.text.language import language
from quoteverify.text.words import words

BRIDGE = (
    "We will open the bridge in the spring, whatever the ferrymen say about it, and nobody will pay a toll."
)
OTHERS = [
    "The orchard was planted by my grandmother in a year without rain.",
    "Nobody has explained why the lighthouse went dark on Tuesday.",
    "I counted eleven herons on the roof of the cannery this morning.",
    "Our choir sings in the old brewery because the church is too cold.",
    "A map like that belongs in a museum and not in a drawer.",
]
ALTERED = {
    "the same": BRIDGE,
    "other case and marks": f"“{BRIDGE.upper().replace(',', ' —').replace('.', '!')}”",
    "a word for another": BRIDGE.replace("spring", "summer"),
    "a word dropped": BRIDGE.replace("whatever ", ""),
    "a word put in": BRIDGE.replace("open", "finally open"),
    "cut at the end": "We will open the bridge in the spring",
    "cut at the start": "and nobody will pay a toll",
    "an ellipsis": "We will open the bridge ... and nobody will pay a toll.",
    "a clause cut without a mark": "We will open the bridge in the spring and nobody will pay a toll.",
    "brackets": "We will open [it] in the spring, whatever the ferrymen say about it",
    "two changes and a cut": "They will open the bridge in summer, whatever the ferrymen say",
    "a word broken at the line's end": BRIDGE.replace("ferrymen", "ferry-\nmen"),
    "invisible characters and a no-break space": BRIDGE.replace("bridge in", "bri\u00addge\u00a0in"),
}
COMMON = ["the", "of", "and", "we", "will", "that", "not", "to"]
DIFFERENT = {
    "function words in common": "We will say the same in the autumn, and about it there is nothing to open.",
    "the words in another order": "A toll? Nobody in the spring ever said that, whatever we build.",
    "one rare word": "My uncle was one of the last ferrymen on this river.",
    "no words": "... !",
    "nothing": "",
}


@pytest.mark.parametrize("copy", ALTERED.values(), ids=ALTERED)
def test_an_altered_quote_is_paired_with_the_original(copy: str) -> None:
    assert [(i, j) for i, j, _ in pair([*OTHERS, BRIDGE, copy])] == [(5, 6)]


@pytest.mark.parametrize("other", DIFFERENT.values(), ids=DIFFERENT)
def test_another_quote_is_not_paired(other: str) -> None:
    assert list(pair([*OTHERS, BRIDGE, other])) == []


def test_a_part_scores_one_and_a_changed_word_counts_by_how_rare_it_is() -> None:
    part, common, rare = (
        next(score for _, _, score in pair([*OTHERS, BRIDGE, copy]))
        for copy in (
            "open the bridge in the spring",
            BRIDGE.replace("We will", "We may"),
            BRIDGE.replace("ferrymen", "mayors"),
        )
    )
    assert part == 1 > common > rare


@pytest.mark.parametrize("quotes", [[], ["One only."], ["", " ", "\0", "…"]])
def test_where_there_is_nothing_to_pair_nothing_comes(quotes: list[str]) -> None:
    assert list(pair(quotes)) == []


def test_quotes_can_come_one_by_one() -> None:
    assert list(pair(q for q in [BRIDGE, *OTHERS, BRIDGE])) == [(0, 6, 1.0)]


@pytest.mark.parametrize(
    "quotes", ["one string", b"bytes", None, 5, ["a quote", None], ["a quote", b"bytes"]]
)
def test_what_is_no_quotes_is_refused_at_once(quotes: object) -> None:
    with pytest.raises(ArgumentTypeError, match=r"quote"):
        pair(quotes)  # type: ignore[arg-type]


def test_a_cutoff_that_is_no_share_is_refused() -> None:
    with pytest.raises(ArgumentValueError, match="from 0 to 1"):
        pair([BRIDGE], score_cutoff=60)
    with pytest.raises(ArgumentTypeError, match="score_cutoff"):
        pair([BRIDGE], score_cutoff="high")  # type: ignore[arg-type]
    with pytest.raises(ArgumentValueError, match="'en'"):
        pair([BRIDGE], lang="xx")


def test_a_cutoff_keeps_the_pairs_that_reach_it() -> None:
    quotes = invented_quotes(300)
    every = list(pair(quotes, score_cutoff=0))
    cutoff = sorted(score for _, _, score in every)[len(every) // 2]
    assert list(pair(quotes, score_cutoff=cutoff)) == [p for p in every if p[2] >= cutoff]


# The whole against a slow reference


def invented_quotes(size: int, seed: int = 3) -> list[str]:
    """Quotes of invented words, every third an altered copy of one before."""
    rng = random.Random(seed)
    rare = [
        "".join(rng.choice("bdklmnprst") + rng.choice("aeiou") for _ in range(3)) for _ in range(size * 2)
    ]
    quotes: list[str] = []
    for n in range(size):
        if n % 3 == 2:
            copy = rng.choice(quotes).split()
            copy[rng.randrange(len(copy))] = rng.choice(rare)
            quotes.append(" ".join(copy[rng.randrange(3) :]))
        else:
            quotes.append(
                " ".join(
                    rng.choice(COMMON if rng.random() < 0.5 else rare) for _ in range(rng.randint(6, 20))
                )
            )
    return quotes


def heaviest(a: list[str], b: list[str], weight: dict[str, int]) -> int:
    """The heaviest common subsequence, by the table in every textbook."""
    row = [0] * (len(b) + 1)
    for word in a:
        last = row
        row = [0]
        for n, other in enumerate(b):
            row.append(max(last[n] + weight[word] if word == other else 0, last[n + 1], row[n]))
    return row[-1]


def test_the_scores_are_those_of_the_heaviest_common_subsequence() -> None:
    quotes = invented_quotes(240)
    distinct = [words(q).keys for q in quotes]
    encoded = encode(quotes)
    weights = pairing._weights(encoded.select(pairing._distinct(encoded)[1]), language("en"))
    weight = dict(zip(encoded.vocabulary, weights.tolist(), strict=True))
    assert len(set(weight.values())) > 1
    found = {(i, j): score for i, j, score in pair(quotes)}
    assert len(found) > 60
    for (i, j), score in found.items():
        total = min(sum(weight[k] for k in distinct[n]) for n in (i, j))
        assert score == pytest.approx(heaviest(distinct[i], distinct[j], weight) / total)


def test_what_a_comparison_of_all_with_all_finds_is_found() -> None:
    quotes = invented_quotes(180)
    rare = [[k for k in words(q).keys if k not in COMMON] for q in quotes]
    one = dict.fromkeys((k for keys in rare for k in keys), 1)
    alike = {
        (i, j)
        for i, j in combinations(range(len(quotes)), 2)
        if heaviest(rare[i], rare[j], one) >= max(3, 0.8 * min(len(rare[i]), len(rare[j])))
    }
    assert len(alike) > 60
    assert len(alike & {(i, j) for i, j, _ in pair(quotes)}) >= 0.98 * len(alike)


@given(st.lists(st.text(max_size=40), max_size=12), st.floats(0, 1))
def test_any_text_at_all_gives_ordered_pairs_and_scores(quotes: list[str], cutoff: float) -> None:
    found = list(pair(quotes * 2, score_cutoff=cutoff))
    assert [p[:2] for p in found] == sorted({p[:2] for p in found})
    assert all(0 <= i < j < 2 * len(quotes) and cutoff <= score <= 1 for i, j, score in found)


@given(st.text(max_size=40), st.lists(st.text(max_size=40), max_size=5))
def test_a_quote_with_words_is_paired_with_its_like(quote: str, others: list[str]) -> None:
    found = {(i, j): score for i, j, score in pair([quote, quote, *others])}
    assert found.get((0, 1)) == (1 if words(quote).keys else None)


def test_working_in_small_parts_gives_the_same_pairs(monkeypatch: pytest.MonkeyPatch) -> None:
    quotes = invented_quotes(300)
    whole = list(pair(quotes))
    for name, size in {
        "_QUOTES_AT_ONCE": 50,
        "_CHARACTERS_AT_ONCE": 70,
        "_REMEMBERED_BITS": 3,
        "_WORDS_AT_ONCE": 100,
        "_KEYS_AT_ONCE": 500,
        "_PARTITIONS_AT_ONCE": 3,
        "_WORDINGS_AT_ONCE": 32,
        "_LENGTHS_AT_ONCE": 32,
        "_PAIRS_AT_ONCE": 20,
        "_STRINGS_AT_ONCE": 7,
    }.items():
        (owner,) = (module for module in (encoding, shingles, pairing) if name in vars(module))
        monkeypatch.setattr(owner, name, size)
    assert list(pair(quotes)) == whole


def test_the_pairs_do_not_depend_on_the_hash_seed() -> None:
    program = (
        "from quoteverify.collation.pairs.pairing import pair\n"
        "quotes = [' '.join(str(n * k % 97) for k in range(1, 12)) for n in range(90)] * 2\n"
        "print(hash('a'), list(pair(quotes)))"
    )
    outputs = [
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.split(" ", 1)
        for seed in "12"
    ]
    assert outputs[0][0] != outputs[1][0]
    assert outputs[0][1] == outputs[1][1] != "[]\n"


# Very much of the same


def connected(count: int, found: list[tuple[int, int, float]]) -> bool:
    """Whether every quote can be reached from the first."""
    group = list(range(count))
    for i, j, _ in found:
        a, b = group[i], group[j]
        if a != b:
            group = [a if g == b else g for g in group]
    return len(set(group)) == 1


def test_few_quotes_of_the_same_words_are_all_paired() -> None:
    assert [(i, j) for i, j, _ in pair([BRIDGE] * 8)] == list(combinations(range(8), 2))


def test_a_thousand_quotes_of_the_same_words_make_about_a_thousand_pairs() -> None:
    found = list(pair([BRIDGE] * 1000))
    assert [(i, j) for i, j, _ in found if j >= 8] == [(0, j) for j in range(8, 1000)]
    assert len(found) == 28 + 992


def test_a_variant_is_paired_with_eight_of_very_many_of_the_same_words() -> None:
    found = list(pair([BRIDGE] * 100 + [BRIDGE.replace("spring", "summer")]))
    assert [i for i, j, _ in found if j == 100] == list(range(8))


def test_very_many_variants_of_one_quote_hang_together() -> None:
    rng = random.Random(5)
    variants = []
    for n in range(400):
        copy = BRIDGE.split()
        copy[rng.randrange(len(copy))] = f"word{n}"
        variants.append(" ".join(copy))
    found = list(pair(variants))
    assert connected(len(variants), found)
    assert len(found) < 20 * len(variants)


def test_a_phrase_that_very_many_share_makes_no_pair() -> None:
    rng = random.Random(6)
    own = [[f"w{rng.randrange(10**6)}" for _ in range(6)] for _ in range(400)]
    quotes = [" ".join(["at the end of the day", *tail]) for tail in own]
    assert list(pair([*quotes, "at the end of the day"])) == []
    assert [(i, j) for i, j, _ in pair([*quotes, "at the end of the day", quotes[7] + " then"])] == [(7, 401)]


@pytest.mark.parametrize(
    "quotes",
    [
        ["word " * n for n in range(1, 300)],
        ["word " * 100_000, "word " * 100_001],
        ["a" * n for n in range(300)],
        ["x y " * n for n in range(100)],
        ["\n".join(["word-"] * 1000), "(" * 10_000, "\0" * 10_000, "“" * 10_000],
        [" ".join(f"{n}{k}" for k in range(3)) for n in range(5000)],
    ],
    ids=["one word", "one word, long", "letters", "two words", "odd", "numbers"],
)
def test_repetition_costs_no_explosion(quotes: list[str]) -> None:
    assert len(list(pair(quotes))) <= 20 * len(quotes)


def test_no_two_wordings_are_compared_at_the_cost_of_both_lengths(monkeypatch: pytest.MonkeyPatch) -> None:
    rng = random.Random(7)
    long = [f"w{rng.randrange(10**6)}" for _ in range(12_000)]
    altered = [f"v{n}" if n % 10 == 0 else word for n, word in enumerate(long)]
    quotes = [" ".join(long), " ".join(altered), " ".join(long[3000:3040])]
    found = {(i, j): score for i, j, score in pair(quotes)}
    assert found[0, 2] == 1
    assert found[0, 1] == pytest.approx(0.9, abs=0.05)
    monkeypatch.setattr(pairing, "MOST_COMPARED", 1 << 40)
    assert {(i, j): score for i, j, score in pair(quotes)}[0, 1] == pytest.approx(found[0, 1], abs=0.05)


def test_words_beyond_the_code_points_share_them() -> None:
    numbers = np.array([5, 5 + pairing._CODE_POINTS, 0xD7FF, 0xD800], dtype=np.int32)
    one = np.array([1], dtype=np.uint64)
    encoded = EncodedTexts(numbers, np.array([4]), one, one, ())
    weights = np.ones(pairing._CODE_POINTS + 6, dtype=np.int64)
    assert pairing._strings(encoded, weights, np.array([True])) == ["\5\5\ud7ff\ue000"]
