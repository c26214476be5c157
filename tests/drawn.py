"""Texts drawn by a seed: marks in any order, short reports, and wordings that were altered at random."""

import random
from collections.abc import Iterator

WORDS = (
    "We go", "the boys", "isn't", "o’clock", "6'2", "at 5", "Yes", "no", "goin'", "the U.S.", "and on", "It",
    "'90s", "so-called", "Never again",
)  # fmt: skip
MARKS = ("“", "”", '"', "‘", "’", "'", "''", "``", "«", "»", "„", "‚")
PAIRS = ("“”", '""', "‘’", "''", "«»", "„“", "“'", "‘'")
BETWEEN = (" ", " ", " ", ", ", ". ", ".\n\n", "\n\n", "\n", "", "? ", ": ", " - ", "—", " (", ") ")


def marked_texts(count: int, seed: int = 1) -> Iterator[str]:
    """Texts full of marks: mostly in pairs about some words, and now and then a stray one."""
    draw = random.Random(seed)
    for _ in range(count):
        text = ""
        for _ in range(draw.randint(2, 7)):
            words = draw.choice(WORDS)
            if draw.random() < 0.6:
                opening, closing = draw.choice(PAIRS)
                end = draw.choice((",", ".", "", "?", " "))
                inside = draw.choice(
                    (words, f"{words} {draw.choice(WORDS)}", f"‘{words}’ {draw.choice(WORDS)}")
                )
                words = f"{opening}{inside}{end}{closing if draw.random() < 0.85 else ''}"
            elif draw.random() < 0.3:
                words = draw.choice(MARKS) + words if draw.random() < 0.5 else words + draw.choice(MARKS)
            text += words + draw.choice(BETWEEN)
        yield text.strip()


PEOPLE = (
    ("Ruth Vale", "Vale", "she", "a harbour pilot", "the pilot"),
    ("Tom Aas", "Mr. Aas", "he", "the mayor of Brannoch", "the mayor"),
    ("Dr. Ann Berg", "Berg", "she", "a spokeswoman for the port", "the spokeswoman"),
    ("Sen. Ole Lind", "Lind", "he", "who owns the ferry", "the senator"),
    ("the port board", "the board", "it", "which met on Monday", "the board"),
)
CUES = ("said", "told reporters", "added", "warned", "asked", "wrote on Monday", "insisted", "recalled")
QUOTES = (
    "We sail at noon",
    "Nobody asked us",
    "I have never seen it",
    "It will not hold",
    "He told me, ‘Go’",
)
PARTS = ("a ruin", "beyond repair", "the worst in years", "Harbour Lights", "not ours")
CLAUSES = (
    "the ferry would sail",
    "the yard was {part}",
    "nobody had called it {part}",
    "they were {part} and late",
)
ACTS = (
    "shrugged.",
    "looked at the sea.",
    "came in with Tom Aas.",
    "would not answer.",
    "asked for the bill.",
)
SENTENCES = (
    "“{quote},” {who} {cue}.",
    "“{quote},” {cue} {who}.",
    "“{quote}!” {who} {cue}, “{quote}.”",
    "“{quote},” {who}, {role}, {cue}. “{quote}.”",
    "{Who} {cue}: “{quote}.”",
    "{Who} {cue} that {clause}.",
    "{Who} {cue} {clause}. “{quote}.”",
    "According to {who}, {clause}.",
    "{Who}, {role}, {cue} {clause}.",
    "{Who} {act} “{quote}.”",
    "{Who} {act}",
    "“{quote}.”",
    "“{quote}?”",
    "{Clause}, {who} {cue}.",
    "{Who}’s claim that {clause} was read out.",
    "The storm dubbed “{part}” had passed.",
    "Some called it “{part}” in {who}’s time.",
)
LINES = ("{Who}: “{quote}”", "‘{quote}’: {who}", "“{quote}.”\n— {Who}", "{Who} on ferry: ‘{quote}’")


def reports(count: int, seed: int = 1) -> Iterator[str]:
    """Short news reports, in which people are named, then meant by a surname, a role or a pronoun."""
    draw = random.Random(seed)
    for _ in range(count):
        people = draw.sample(PEOPLE, draw.randint(1, 3))
        named: set[str] = set()

        def sentence(pattern: str) -> str:
            person = draw.choice(people)  # noqa: B023
            who = draw.choice(person[1:3] + person[4:]) if person[0] in named else person[0]  # noqa: B023
            named.add(person[0])  # noqa: B023
            filled = {
                "who": who,
                "role": person[3],
                "cue": draw.choice(CUES),
                "quote": draw.choice(QUOTES),
                "part": draw.choice(PARTS),
                "act": draw.choice(ACTS),
                "clause": draw.choice(CLAUSES).format(part=f"“{draw.choice(PARTS)}”"),
            }
            filled |= {
                name.capitalize(): filled[name][0].upper() + filled[name][1:] for name in ("who", "clause")
            }
            return pattern.format(**filled)

        paragraphs = [sentence(draw.choice(LINES))] if draw.random() < 0.3 else []
        for _ in range(draw.randint(2, 5)):
            paragraphs.append(" ".join(sentence(draw.choice(SENTENCES)) for _ in range(draw.randint(1, 3))))
        yield "\n\n".join(paragraphs)


PUT_IN = (
    "not",
    "very",
    "may",
    "about",
    "if asked",
    "um,",
    "I think",
    "[the mayor]",
    "...",
    "never",
    "12",
    "in May",
)


def altered(wording: str, draw: random.Random) -> str:
    """A wording with one change, or with several."""
    words = wording.split()
    for _ in range(draw.choice((1, 1, 1, 2, 3))):
        at = draw.randrange(len(words))
        match draw.randrange(9):
            case 0:
                del words[at : at + draw.randint(1, 3)]
            case 1:
                words.insert(at, draw.choice(PUT_IN))
            case 2:
                words[at] = draw.choice(words)
            case 3:
                words[at] = words[at].swapcase()
            case 4:
                words[at] = words[at].strip(".,;") + draw.choice((",", ".", "", " –", "s", "ed"))
            case 5:
                words[at : at + 2] = reversed(words[at : at + 2])
            case 6:
                words[at:] = [*words[at : at + 2], "...", *words[at + 4 :]]
            case 7:
                words = words[at:] + words[:at]
            case _:
                words = words[: max(at, 3)]
        words = words or ["nothing"]
    return " ".join(words)


def wordings(sentences: list[str], count: int, seed: int = 1) -> Iterator[tuple[str, str]]:
    """Sentences, alone or two in a row, each with what was made of it."""
    draw = random.Random(seed)
    for _ in range(count):
        at = draw.randrange(len(sentences) - 1)
        said = " ".join(sentences[at : at + draw.choice((1, 1, 2))])
        yield said, altered(said, draw)
