"""How cost grows with what a stranger controls: texts made to be dear, and the exponent of their cost.

    python tests/bench/bench_growth.py [--verbs parse ...] [--texts names ...] [--seconds 6] [--most 10]

Each text is made from 10,000 characters on and ten times longer each time, to ``--most`` million or until
the next would cost more than ``--seconds``. What is counted is the process's own time, the best of three or
one time of more than a second, so that what else the machine does weighs little; but what others keep in the
processor's cache costs the longest texts most. The exponent is the slope of a line through the logarithms of
lengths and costs: 1 is a cost in proportion to the length, and it should be at most 1.15. It is given for
all lengths and for the last three.
"""

import argparse
import gc
import math
import random
import textwrap
import time
from collections.abc import Callable, Iterator
from itertools import count, islice, takewhile

from quoteverify import Document, SourceIndex, align, check, compare, parse, verify

SMALLEST, FACTOR, MOST_EXPONENT = 10_000, 10, 1.15

LETTERS = "bcdfghjklmnprstvw"


def vocabulary(size: int) -> list[str]:
    """Words that nobody has seen."""
    draw = random.Random(size)
    return ["".join(draw.choice(LETTERS) + draw.choice("aeiou") for _ in range(3)) for _ in range(size)]


VOCABULARY = vocabulary(3000)


def prose(seed: int) -> Iterator[str]:
    """Words at random, for ever."""
    draw = random.Random(seed)
    while True:
        yield draw.choice(VOCABULARY)


def cut(pieces: Iterator[str], size: int) -> str:
    """So many characters of some pieces, a space between two."""
    taken, length = [], 0
    for piece in pieces:
        taken.append(piece)
        length += len(piece) + 1
        if length >= size:
            break
    return " ".join(taken)[:size]


def names() -> Iterator[str]:
    """Full names, none twice."""
    for n in count():
        first, family, end = VOCABULARY[n % 2999], VOCABULARY[n * 7 % 3000], VOCABULARY[n // 3000]
        yield f"{first.title()} {family.title()}{end}"


def news(seed: int) -> Iterator[str]:
    """Paragraphs of a quotation and who said it."""
    words, people = prose(seed), list(islice(names(), 20))
    for n in count():
        yield f"“{' '.join(islice(words, 14))},” said {people[n % 20]}.\n\n"


def nested(size: int) -> str:
    """Marks inside marks, opened and then closed."""
    depth = size // 8
    return "“no ‘we " * (depth // 2) + "’ so” " * (depth // 2)


def wrapped(size: int, width: int = 72, prefix: str = "") -> str:
    """News in lines of a width, each behind a prefix."""
    paragraphs = cut(news(8), size).split("\n\n")
    filled = (textwrap.fill(p, width, initial_indent=prefix, subsequent_indent=prefix) for p in paragraphs)
    return f"\n{prefix.rstrip()}\n".join(filled)


def numbered(size: int) -> str:
    """The pages of a court's transcript: 25 lines with numbers, a head and a foot."""
    lines = (
        line
        for n in count()
        for line in (f"     Q.  {cut(prose(n), 50)}?", f"     A.  {cut(prose(-n), 50)}.")
    )
    pages = (
        "\n".join(
            (f"{' ' * 60}{page}", *(f"{n:2}{next(lines)}" for n in range(1, 26)), "STRAND COURT REPORTING")
        )
        for page in count(1)
    )
    return _joined(pages, size, "\n\f")


def markdown(size: int) -> str:
    """Headings, lists, links, emphasis and a block quotation."""
    words, people = prose(10), list(islice(names(), 20))
    parts = (
        f"## {next(words)} {next(words)}\n\n"
        f"**{people[n % 20]}** [said](https://example.org/{n}) “{cut(prose(n), 60)}”.\n\n"
        f"- *{next(words)}* {next(words)}\n- `{next(words)}`[^{n}]\n\n> {cut(prose(-n), 90)}\n> {next(words)}"
        for n in count()
    )
    return _joined(parts, size, "\n\n")


def transcript(size: int) -> str:
    """Turns of twenty people."""
    people = list(islice(names(), 20))
    turns = (
        f"{people[n * 7 % 20].upper()}: {cut(prose(n), 80)}, I told you “{cut(prose(-n), 20)}”?"
        for n in count()
    )
    return _joined(turns, size, "\n\n")


def side_by_side(size: int) -> str:
    """Pages of two columns."""
    words = prose(11)
    rows = (f"{cut(words, 30):34}{cut(words, 30)}" for _ in count())
    return _joined(("\n".join(islice(rows, 40)) for _ in count()), size, "\n\f")


def _joined(pieces: Iterator[str], size: int, between: str) -> str:
    """So many characters of pieces."""
    taken, length = [], 0
    while length < size:
        taken.append(next(pieces))
        length += len(taken[-1]) + len(between)
    return between.join(taken)[:size]


TEXTS: dict[str, Callable[[int], str]] = {
    "articles": lambda size: cut(news(1), size),
    "one paragraph": lambda size: cut((part.strip() for part in news(2)), size),
    "no marks": lambda size: cut(prose(3), size),
    "one word": lambda size: "will " * (size // 5),
    "one letter": lambda size: "a" * size,
    "quoted words": lambda size: '"will" ' * (size // 7),
    "marks alone": lambda size: '"' * size,
    "apostrophes alone": lambda size: "'" * size,
    "opening marks": lambda size: "“we " * (size // 4),
    "closing marks": lambda size: "we” " * (size // 4),
    "nested marks": nested,
    "paragraphs that open": lambda size: "“We will close it.\n\n" * (size // 20),
    "names": lambda size: cut((f"{name} came." for name in names()), size - 40) + " “We sail,” she said.",
    "names that speak": lambda size: cut((f"“We sail,” {name} said." for name in names()), size),
    "cue verbs": lambda size: "“Yes,” " + "said added told asked " * (size // 22) + "Ada Aas.",
    "speakers without names": lambda size: "“Yes,” the mayor said. “No,” she said. " * (size // 39),
    "one quote": lambda size: f"Ada Aas said: “{cut(prose(4), size - 20)}”",
    "one sentence": lambda size: cut((f"{w}, and" for w in prose(5)), size - 20) + " “we sail,” she said.",
    "ellipses": lambda size: "“We ... will … close it [...]” she said. " * (size // 41),
    "brackets": lambda size: "“[We] w[ill] [not] close [the] [[it” she said. " * (size // 48),
    "words in brackets": lambda size: cut((f"{w} [{w}]" for w in prose(6)), size - 9) + " “We do.”",
    "white space": lambda size: "“We will close it” " + " \n" * (size // 2),
    "lines": lambda size: "a\n" * (size // 2),
    "combining marks": lambda size: "“e" + "\u0301" * size + "” she said.",
    "not seen": lambda size: "“w\u200be\u202e will\u2066” " * (size // 13),
    "figures": lambda size: "“5.5%, $1,500” " * (size // 15),
    "abbreviations": lambda size: "U.S.A. “Mr. J. P.” Dr. " * (size // 23),
    "wrapped": wrapped,
    "wrapped and quoted": lambda size: f"Ada Aas wrote:\n\n{wrapped(size, prefix='> ')}",
    "wrapped with indents": lambda size: wrapped(size).replace("\n\n", "\n    "),
    "numbered lines": numbered,
    "Markdown": markdown,
    "transcript": transcript,
    "columns": side_by_side,
    "astral": lambda size: "“😀 𝐛𝐨𝐥𝐝,” " * (size // 10),
}


def changed(text: str) -> str:
    """A text with every fortieth word another."""
    words = text.split(" ")
    for n in range(20, len(words), 40):
        words[n] = "otherwise"
    return " ".join(words)


def thousand_sources(text: str) -> list[Document]:
    """A text as sources of a thousand characters each."""
    return [Document(id=str(n), text=text[n : n + 1000]) for n in range(0, len(text), 1000)]


def halves(text: str) -> list[Document]:
    """A text and a changed one, parsed."""
    return [parse(text, id="1"), parse(changed(text), id="2")]


VERBS: dict[str, tuple[Callable[[str], object], Callable[[object], object]]] = {
    "parse": (lambda text: text, parse),
    "align changed": (lambda text: (text, changed(text)), lambda pair: align(*pair)),
    "align unrelated": (
        lambda text: (text, cut(prose(9), len(text))),
        lambda pair: align(*pair),
    ),
    "compare": (halves, compare),
    "verify in it": (lambda text: text, lambda text: verify("We will not close it in May, she said", text)),
    "verify it": (lambda text: (changed(text), text), lambda pair: verify(*pair)),
    "verify it elsewhere": (lambda text: (text, cut(prose(9), len(text))), lambda pair: verify(*pair)),
    "verify in many": (
        thousand_sources,
        lambda sources: verify("We will not close it in May, she said", SourceIndex(sources)),
    ),
    "check": (lambda text: (parse(text), changed(text)), lambda pair: check(*pair)),
}
"""What is made of a text beforehand, and what is then timed."""


def seconds(way: Callable[[object], object], given: object) -> float:
    """The least of the process's time that it took of three times, or of one where that was long."""
    best = math.inf
    for _ in range(3):
        gc.collect()
        start = time.process_time()
        way(given)
        best = min(best, time.process_time() - start)
        if best > 1:
            break
    return best


def exponent(costs: list[tuple[int, float]]) -> float:
    """The slope of the line that comes nearest to the logarithms; not a number for one point."""
    points = [(math.log(size), math.log(cost)) for size, cost in costs]
    middle = [sum(axis) / len(points) for axis in zip(*points, strict=True)]
    across = sum((x - middle[0]) ** 2 for x, _ in points)
    return sum((x - middle[0]) * (y - middle[1]) for x, y in points) / across if across else math.nan


def main() -> None:
    """Print the table that the arguments ask for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--verbs", nargs="*", default=list(VERBS), choices=VERBS)
    parser.add_argument("--texts", nargs="*", default=list(TEXTS), choices=TEXTS)
    parser.add_argument("--seconds", type=float, default=6.0)
    parser.add_argument("--most", type=float, default=10.0, help="million characters")
    given = parser.parse_args()
    sizes = list(takewhile(lambda n: n <= given.most * 1e6, (SMALLEST * FACTOR**n for n in count())))
    heads = f"{'characters':>11} {'seconds':>8} {'ns each':>7} {'exponent':>9} {'last':>6}"
    print(f"{'text':24} {'verb':20} {heads}")
    for name in given.texts:
        for verb in given.verbs:
            make, way = VERBS[verb]
            costs: list[tuple[int, float]] = []
            for size in sizes:
                text = TEXTS[name](size)
                costs.append((len(text), seconds(way, make(text))))
                if costs[-1][1] > given.seconds / FACTOR:
                    break
            size, cost = costs[-1]
            grown, lately = exponent(costs), exponent(costs[-3:])
            flag = " <" if max(grown, lately) > MOST_EXPONENT else ""
            each = cost / size * 1e9
            figures = f"{size:11,} {cost:8.2f} {each:7.0f} {grown:9.2f} {lately:6.2f}{flag}"
            print(f"{name:24} {verb:20} {figures}", flush=True)


if __name__ == "__main__":
    main()
