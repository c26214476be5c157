"""A day of invented news: many outlets that quote the same people, each in its own wording.

    PYTHONPATH=.:tests python tests/display/newsday.py FOLDER

writes the pages that are looked at: of 2, 12 and 50 outlets, and of a thousand statements.
"""

import datetime as dt
import random
import sys
from collections.abc import Callable
from pathlib import Path

from quoteverify import compare
from quoteverify.models import Attribution, Comparison, Document, Quote, Span, Speaker, SpeakerKind


def _words(text: str, between: str | None = None) -> list[str]:
    return text.split(between)


_FIRST = _words(
    "Ada Bo Cleo Dag Edda Finn Greta Hal Ines Jon Kaja Lars Mona Nils Olga Per Runa Sven Tove Ulla"
)
_LAST = _words(
    "Aas Brandt Corvin Dahl Eide Falk Grieg Holm Ivers Juhl Kvist Lind Moen Okafor Prytz Rask Sund Vale"
)
_TOWNS = _words(
    "Anvik Birkness Coldham Dunmore Eskby Farholm Graywick Hestvik Inverlee Jarnsund Kirkmoor Lowick"
)
_PAPERS = _words("Ledger Tide Courier Herald Post Gazette Chronicle Echo Mail Standard Observer Star")
_ONSETS = _words("b br d dr f fl g gr h k kl l m n p r s st t tr v")
_RIMES = _words("ad al an ar eb el en er id il in ir ob ol on or um und ur ust")
_PLACES = _words(
    "behind the station|on the north shore|at the old mill|below the dam|beside the chapel|in the lower town|"
    "near the border|under the viaduct|along the canal|outside the walls",
    "|",
)
_WHOM = _words(
    "families farmers teachers sailors pensioners nurses tenants drivers pupils traders miners bakers"
)
_REASONS = _words(
    "a storm took half of the wall|the inspectors found cracks in its roof|"
    "nobody has paid for it since the war|"
    "its boilers are older than the mayor|the insurers gave us no choice|the council voted for it twice|"
    "the water rises a little every winter|its owners left without a word|"
    "two engineers warned us in writing|"
    "the harbour was full of ice|the rails were laid by amateurs|our own lawyers advised it",
    "|",
)
_MONTHS = _words("January February March April May June July August September October November December")
_SKIES = _words("Rain Sleet Hail Fog Sunshine Snow Wind Thunder Drizzle Frost Mist Cloud")
_WAYS = _words("waited cheered left marched sang queued shouted watched dozed voted wept gathered")


def _either(*changes: tuple[str, str]) -> Callable[[str], str]:
    """Put one wording for another, the first that stands there."""

    def change(words: str) -> str:
        for before, after in changes:
            if before in words:
                return words.replace(before, after, 1)
        return words

    return change


def _shorter(words: str) -> str:
    return words.rpartition(", and ")[0] or words


def _with_dots(words: str) -> str:
    before, _, rest = words.partition(" because ")
    _, _, after = rest.partition(", and ")
    return f"{before} … and {after}" if after else words


CHANGES: tuple[Callable[[str], str], ...] = (
    _either((" may ", " will "), (" must ", " might ")),
    _either(*((f" {modal} ", f" {modal} not ") for modal in ("may", "will", "must", "would", "should"))),
    _either(*((f" {n} ", f" {n + 20} ") for n in range(12, 99))),
    _either(*((month, _MONTHS[n - 1]) for n, month in enumerate(_MONTHS))),
    _shorter,
    _with_dots,
    _either(("harbour", "harbor"), (", because", " because")),
    _either(("do not", "don’t")),
    _either((" before ", " ahead of "), (" since ", " from ")),
    _either(("the ", "[our] ")),
    _either(("really ", "")),
    _either((", and", " and")),
)
"""What an outlet does to the words of others."""


def _word(pick: random.Random) -> str:
    """A word that nobody has."""
    return "".join(pick.choice(_ONSETS) + pick.choice(_RIMES) for _ in range(pick.choice((2, 3))))


def _statement(number: int, pick: random.Random) -> str:
    """Something said, half of it in words of its own, as no list of words is as long as a day's news."""
    deed, other, thing, also, craft, trade, ware, whom = (_word(pick) for _ in range(8))
    place, town, site, mount = (_word(pick).capitalize() for _ in range(4))
    modal, month = pick.choice(("may", "will", "must")), pick.choice(_MONTHS)
    reason, count, really = pick.choice(_REASONS), pick.randrange(12, 99), pick.choice(("really ", ""))
    shapes = (
        f"We {modal} {deed} the {thing} of {place} and its {ware} before {month}, because {reason}, and "
        f"{count} {whom} from {town} do not {really}have to {other} the {also} for it",
        f"Ask any {craft} in {town}: since {month} the {thing} has cost them {count} {ware} a head, and they "
        f"do not {really}want to {deed} a {trade} near {mount}",
        f"Nobody {modal} {deed} my {thing} or the {also} beside {site}, because {reason}",
        f"In {month} I stood below {mount} with {count} {whom} and asked who would {deed} the {thing}, and "
        f"not one {craft} {other}",
        f"It {modal} take {count} {ware} to {deed} what {site} left of its {thing}, and then {place} is next",
        f"If {town} cannot {deed} a {thing} before {month}, then every {craft} should {other} the {also}",
    )
    return shapes[number % len(shapes)]


def _told(pick: random.Random) -> str:
    """What an outlet tells between two quotations."""
    return (
        f"{pick.choice(_SKIES)} lay over {pick.choice(_TOWNS)} as {pick.randrange(12, 99)} "
        f"{pick.choice(_WHOM)} {pick.choice(_WAYS)} {pick.choice(_PLACES)}."
    )


def _printed(words: str, pick: random.Random, most: int) -> str:
    """The words as an outlet prints them, changed in some places or in none."""
    for change in pick.sample(CHANGES, pick.choice((0, 0, 0, *range(most + 1)))):
        words = change(words)
    return words


def _document(
    number: int, name: str, said: list[tuple[str, Speaker]], told: list[str], published: dt.datetime
) -> Document:
    text, quotes = "", []
    for n, ((words, speaker), between) in enumerate(zip(said, told, strict=True)):
        start = len(text) + 1
        mention = start + len(words) + len(",” said ")
        text += f"“{words},” said {speaker.name}. {between}\n\n"
        quotes.append(
            Quote(
                id=f"q{n}",
                spans=[Span(start, start + len(words) + 1)],
                text=f"{words},",
                attribution=Attribution(
                    speaker=speaker,
                    mention=Span(mention, mention + len(speaker.name)),
                    reason="cue_after_quote",
                    confidence=0.97,
                ),
            )
        )
    return Document(
        id=f"d{number}",
        text=text,
        outlet=name,
        url=f"https://example.org/{number}",
        published=published,
        quotes=quotes,
    )


def newsday(outlets: int, statements: int, *, seed: int = 19, most: int = 3) -> Comparison:
    """Some outlets and what they print of what was said on a day.

    Args:
        outlets: How many; two of five print the text of one agency, changed in places.
        statements: How many things are said: the first by all outlets, the others by ever fewer, down to two.
        seed: Which day.
        most: How many places an outlet changes in one statement at most.
    """
    pick = random.Random(seed)
    names = [f"{first} {last}" for last in _LAST for first in _FIRST]
    pick.shuffle(names)
    people = [Speaker(name, aliases=[name], kind=SpeakerKind.PERSON) for name in names]
    people = people[: max(2, statements // 4)]
    said = [(_statement(n, pick), pick.choice(people)) for n in range(statements)]
    # A few statements are in all outlets, most in two or three.
    printing = [
        frozenset(pick.sample(range(outlets), max(2, round(outlets / (1 + n * outlets / statements)))))
        for n in range(statements)
    ]
    papers = [f"{town} {paper}" for paper in _PAPERS for town in _TOWNS][:: max(1, 120 // max(outlets, 60))]
    morning = dt.datetime(2031, 3, 4, 6, tzinfo=dt.UTC)
    documents: list[Document] = []
    told = {n: _told(pick) for n in range(statements)}
    for number in range(outlets):
        own = [n for n in range(statements) if number in printing[n]]
        copies = number % 5 > 2
        between = [told[n] if copies else _told(pick) for n in own]
        words = [(_printed(said[n][0], pick, most), said[n][1]) for n in own]
        published = morning + dt.timedelta(minutes=int(900 * pick.random() ** 2))
        documents.append(_document(number, papers[number % len(papers)], words, between, published))
    return compare(documents)


def two() -> Comparison:
    """A day of two outlets."""
    return newsday(2, 6)


def dozen() -> Comparison:
    """A day of twelve outlets."""
    return newsday(12, 24)


def fifty() -> Comparison:
    """A day of fifty outlets, which change ten places of a statement between them."""
    return newsday(50, 8, most=6)


def thousand() -> Comparison:
    """A day of a thousand statements in forty outlets."""
    return newsday(40, 1000)


DAYS = (two, dozen, fifty, thousand)

if __name__ == "__main__":
    for day in DAYS:
        day().to_html(Path(sys.argv[1]) / f"{day.__name__}.html")
