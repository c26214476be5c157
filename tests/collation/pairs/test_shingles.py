import random
from collections import Counter, defaultdict
from itertools import combinations, pairwise

import pytest

from quoteverify.collation.pairs import shingles
from quoteverify.collation.pairs.encoding import encode
from quoteverify.collation.pairs.shingles import LEFT, LINKED, MOST_LEFT, OF_STOCK, SHINGLES, sharing

Run = tuple[str, ...]


def runs(words: list[str], width: int) -> set[Run]:
    return {tuple(words[n : n + width]) for n in range(len(words) - width + 1)}


def left(words: list[str]) -> set[Run]:
    """The words, and what is left of them without any one, where that is so many."""
    without = {(*words[:n], *words[n + 1 :]) for n in range(len(words))}
    return {some for some in {tuple(words), *without} if len(some) in LEFT}


def postings(signs: list[set[Run]]) -> dict[Run, list[int]]:
    found = defaultdict(list)
    for n, some in enumerate(signs):
        for sign in some:
            found[sign].append(n)
    return found


def by_looking_everywhere(wordings: list[list[str]]) -> tuple[Counter[tuple[int, int]], Counter[int]]:
    """How many signs each two wordings share, and how many rare shingles each has, from dictionaries."""
    shared: Counter[tuple[int, int]] = Counter()
    rare: Counter[int] = Counter()
    first = SHINGLES[0]
    stock = {
        run
        for run, those in postings([runs(w, first.width) for w in wordings]).items()
        if len(those) > first.most
    }
    of_stock = [
        {run for run in runs(w, OF_STOCK.width) if runs(list(run), first.width) <= stock} for w in wordings
    ]
    for most, signs in [
        *((shingle.most, [runs(w, shingle.width) for w in wordings]) for shingle in SHINGLES),
        (OF_STOCK.most, of_stock),
    ]:
        for those in postings(signs).values():
            if len(those) <= most:
                rare.update(those)
                shared.update(combinations(those, 2))
    for those in postings([left(w) for w in wordings]).values():
        if len(those) <= MOST_LEFT:
            shared.update(combinations(those, 2))
    for those in postings([runs(w, LINKED) for w in wordings]).values():
        if len(those) > first.most:
            shared.update(pairwise(those))
    return shared, rare


@pytest.mark.parametrize("vocabulary", [3, 12, 60])
def test_the_shared_signs_are_those_that_dictionaries_find(vocabulary: int) -> None:
    rng = random.Random(vocabulary)
    stock = [f"stock{n}" for n in range(8)]
    wordings = [
        [f"w{rng.randrange(vocabulary)}" for _ in range(rng.randint(1, 11))]
        + rng.choice([[], [], stock[: rng.randint(3, 8)]])
        for _ in range(400)
    ]
    encoded = encode(map(" ".join, wordings))
    found: Counter[tuple[int, int]] = Counter()
    rarities: dict[int, int] = {}
    for part in sharing(encoded):
        found.update(
            dict(zip(zip(part.a.tolist(), part.b.tolist(), strict=True), part.counts.tolist(), strict=True))
        )
        rarities.update(zip(part.a.tolist(), part.rare_of_a.tolist(), strict=True))
        rarities.update(zip(part.b.tolist(), part.rare_of_b.tolist(), strict=True))
    shared, rare = by_looking_everywhere(wordings)
    assert len(shared) > 300
    assert found == shared
    assert all(rare[n] == rarity for n, rarity in rarities.items())


def signs(*wordings: str) -> dict[tuple[int, int], int]:
    found = {}
    for part in sharing(encode(wordings)):
        pairs = zip(part.a.tolist(), part.b.tolist(), strict=True)
        found.update(zip(pairs, part.counts.tolist(), strict=True))
    return found


def paired(*wordings: str) -> set[tuple[int, int]]:
    return {*signs(*wordings)}


@pytest.mark.parametrize(
    ("words", "wordings", "shared"),
    [
        *((2, 2, 1), (2, 6, 1), (2, 7, 0)),
        # A run of three is two of two as well.
        *((3, 6, 3), (3, 7, 0)),
        *((4, 6, 5), (4, 7, 1), (4, 8, 1), (4, 9, 0)),
        *((6, 8, 3), (6, 9, 0), (7, 9, 1)),
    ],
)
def test_a_run_is_a_sign_up_to_so_many_wordings(words: int, wordings: int, shared: int) -> None:
    run = " ".join(f"s{n}" for n in range(words))
    others = [" ".join(f"{k}{n}" for n in range(9)) for k in map(chr, range(97, 97 + wordings))]
    found = signs(*(f"{run} {other}" for other in others))
    assert found.get((0, 1), 0) == shared
    # A long run that many share links each to the next; a short one makes a pair of any two.
    assert found.get((0, wordings - 1), 0) == (0 if words == 7 else shared)


def test_a_run_of_three_is_a_sign_where_its_twos_are_stock_phrases() -> None:
    crowd = [f"at the a{n} b{n} the next c{n} d{n} next day e{n} f{n} g{n}" for n in range(9)]
    both = [" ".join((*(f"{k}{n}" for n in range(9)), "at the next day")) for k in "uv"]
    assert signs(*both, *crowd)[0, 1] == 2


def test_a_short_wording_shares_a_sign_with_one_of_which_a_word_is_changed_however_common_its_runs() -> None:
    said = ["we", "close", "the", "harbour", "in", "may"]
    crowd = [f"{' '.join(said[n : n + 3])} x{m}" for n in range(4) for m in range(30)]
    for n in range(len(said)):
        changed = [*said[:n], "never", *said[n + 1 :]]
        assert (0, 1) in paired(" ".join(said), " ".join(changed), *crowd)


def test_a_run_of_four_is_a_sign_where_its_threes_are_stock_phrases(monkeypatch: pytest.MonkeyPatch) -> None:
    crowd = [f"a{n} the day after b{n} day after tomorrow c{n} the d{n} after e{n}" for n in range(40)]
    quotes = [f"{' '.join(f'{k}{n}' for n in range(5))} the day after tomorrow" for k in "uv"] + crowd
    assert (0, 1) in paired(*quotes)
    monkeypatch.setattr(shingles, "OF_STOCK", shingles.Shingle(OF_STOCK.width, 1))
    assert (0, 1) not in paired(*quotes)
