"""Reports of what somebody said, without quotation marks: faithful and unfaithful ones.

They are made from ``quotations.toml``, as the README beside it says.
Nothing is drawn at random: the same rows come out in the same order every time.
"""

import itertools
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import attrs

DATA = tomllib.loads((Path(__file__).parent / "quotations.toml").read_text(encoding="utf8"))
SPEAKERS, QUOTATIONS = DATA["speakers"], DATA["quotation"]

# A part of a report that an unfaithful one changes: {kind|as said|otherwise}.
_PART = re.compile(r"\{(\w+)\|([^|{}]*)\|([^|{}]*)\}")
_NEGATIVE = re.compile(r"\b(?:not|never|nobody|cannot|hardly)\b", re.IGNORECASE)

# How any statement is reported. {told} has its tense put back, {kept} has the tense of the words said.
FRAMES = {
    "said that, tense put back": "{name} said that {told}.",
    "said without that": "{name} said {told}.",
    "a present cue, tense kept": "{name} says that {kept}.",
    "a past cue, tense kept": "{name} said that {kept}.",
    "according to": "According to {name}, {kept}.",
    "the clause first": "{told}, {name} said.",
    "the clause first, the verb before the name": "{told}, said {name}, {role}.",
    "the office for the name": "{role} said that {told}.",
    "a pronoun, named in the sentence before": "{name} is {role}. {pronoun} said that {told}.",
    "a title and a surname": "{title} {surname} said {told}.",
    "a neutral verb": "{name} {neutral} that {told}.",
    "when it was said comes first": "On Monday, {name} said that {told}.",
    "the name inside the clause": "{subject}, {name} said, {predicate}.",
    "quoted as saying": "{name} was quoted as saying that {told}.",
    "as somebody put it": "As {name} put it, {kept}.",
    "a noun of saying": "The message from {name} was that {told}.",
    "it was somebody who said": "It was {name} {who} said that {told}.",
    "what somebody said was": "What {name} said was that {told}.",
    "made clear": "{name} made it clear that {told}.",
    "a passive": "It was stated by {name} that {told}.",
    "the office between commas": "{name}, {role}, said {told}.",
    "the office before the name": "{office} {name} said {told}.",
    "a relative clause": "{name}, who said that {told}, is {role}.",
    "an infinitive before the clause": "{name} went on to say that {told}.",
}
# What only some of the quotations show, and two ways of reporting each.
SHOWN = {
    "we": ("we becomes they", "{name} said that {told}.", "{name} says {kept}."),
    "here": ("here and now become there and then", "{name} said {told}.", "{name} {neutral} that {told}."),
    "contraction": ("a contraction written out", "{name} said that {told}.", "According to {name}, {kept}."),
    "modal": ("a modal verb put back", "{name} said {told}.", "{told}, {name} said."),
    "past": ("a past put back", "{name} said {told}.", "{told}, according to {name}."),
    "you": (
        "you becomes they",
        "{name} told {to} that {told}.",
        "{to} {have} been told by {name} that {kept}.",
        "{name} told {to} {told}.",
    ),
}
OTHER_MOODS = {
    "asked": ("a question with yes or no", "{name} asked {asked}.", "{name} wanted to know {asked}."),
    "wondered": (
        "a question with a question word",
        "{name} asked {wondered}.",
        "{name} wanted to know {wondered}.",
    ),
    "urged": ("a command", "{name} told {urged}.", "{role} urged {urged}."),
    "promised": ("a promise", "{name} promised {promised}.", "{name} has pledged {promised}."),
    "refused": ("a refusal", "{name} {refused}.", "{name} has {refused}."),
    "denied": ("a denial", "{name} denied {denied}.", "{name} has denied {denied}."),
}
# The cue says the reverse of what the source's does.
REVERSED = {
    "denied": ("{name} admitted {denied}.", "{name} has admitted {denied}."),
    "promised": ("{name} refused {promised}.", "{name} has refused {promised}."),
    "told": (
        "{name} denied that {told}.",
        "It was {name} {who} denied that {told}.",
        "{name} has denied that {kept}.",
    ),
}
NEUTRAL = ("stated", "explained", "noted", "pointed out", "remarked")
# As many of each shape, and of each change, as give some three hundred of either; where there are fewer, all.
EACH_SHAPE = 9
EACH_CHANGE = {
    "negation": 60,
    "number": 45,
    "name": 24,
    "modality": 35,
    "quantity": 35,
    "condition": 25,
    "hedge": 9,
    "time": 20,
    "opposite": 15,
    "person": 2,
    "cue": 50,
    "speaker": 40,
}


@attrs.frozen(kw_only=True)
class Report:
    """A claim in reported speech, and the source that it is to be held against.

    Attributes:
        shape: How the claim reports.
        change: What it has otherwise than the source; "" for a faithful one.
        said: The words of the source that it reports.
        speaker: Who says them there.
        source: The source's text.
        claim: The report.
        claimed: Who speaks according to the claim.
    """

    shape: str
    change: str
    said: str
    speaker: str
    source: str
    claim: str
    claimed: str


def _forms(quotation: dict, change: str = "") -> dict[str, str]:
    """The forms in which a quotation can be reported, with one part of them changed or none."""
    return {
        form: _PART.sub(lambda part: part[3] if part[1] == change else part[2], words)
        for form, words in quotation.items()
        if form in {"told", "kept", *OTHER_MOODS}
    }


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _claim(frame: str, quotation: dict, forms: dict[str, str], who: str, n: int) -> str | None:
    """The report that a frame makes, or None where the frame does not fit."""
    speaker = SPEAKERS[who]
    subject, stop, predicate = forms.get("told", "").partition("¦")
    words = {
        **forms,
        "name": speaker["name"],
        "surname": speaker["name"].split()[-1],
        "pronoun": _capital(speaker["pronoun"]),
        "neutral": NEUTRAL[n % len(NEUTRAL)],
        "told": subject + predicate,
        "who": "who" if "role" in speaker else "that",
        "asked": forms.get("asked", "").replace("{whether}", ("whether", "if")[n % 2]),
    }
    if "role" in speaker:
        office = _capital(speaker["role"].removeprefix("the "))
        words |= {"role": speaker["role"], "title": speaker["title"], "office": office}
    if stop:
        words |= {"subject": subject.strip(), "predicate": predicate}
    if "to" in quotation:
        words |= {"to": quotation["to"], "have": "has" if quotation["to"] == "the crew" else "have"}
    needed = re.findall(r"\{(\w+)\}", frame)
    if not all(words.get(word) for word in needed):
        return None
    return ". ".join(_capital(sentence) for sentence in frame.format(**words).split(". "))


def _direct(quotation: dict, n: int, *, monday: bool = False) -> str:
    """The words as the source prints them, in one of three ways."""
    speaker, said = SPEAKERS[quotation["who"]], quotation["said"]
    known = f"{speaker['name']}, {speaker['role']}," if "role" in speaker else speaker["name"]
    day = " on Monday" if monday else ""
    inner = said.removesuffix(".") + "," * said.endswith(".")
    verb = "asked" if said.endswith("?") else "said"
    if "to" in quotation:
        return f"“{inner}” {known} told {quotation['to']}{day}."
    if n % 3 == 0:
        return _capital(f"{known} {verb}{day}: “{said}”")
    if n % 3 == 1:
        return f"“{inner}” {known} {verb}{day}."
    return f"“{inner}” {verb} {known.rstrip(',') if not monday else known}{day}."


def _source(quotation: dict, n: int, *, beside: str = "", monday: bool = False) -> str:
    """A source with the quotation and, sometimes, one of somebody else."""
    source = _direct(quotation, n, monday=monday)
    if beside or n % 2:
        others = [q for q in QUOTATIONS if q["who"] != quotation["who"] and q["who"] == (beside or q["who"])]
        source += "\n\n" + _direct(others[n % len(others)], n + 1)
    return source


def _report(
    shape: str, frame: str, quotation: dict, n: int, *, change: str = "", claimed: str = ""
) -> Report | None:
    who = claimed or quotation["who"]
    claim = _claim(frame, quotation, _forms(quotation, change), who, n)
    # The part that is changed may not be in the form that the frame has.
    if claim is None or (change and claim == _claim(frame, quotation, _forms(quotation), who, n)):
        return None
    return Report(
        shape=shape,
        change=change or ("speaker" if claimed else ""),
        said=quotation["said"],
        speaker=SPEAKERS[quotation["who"]]["name"],
        source=_source(quotation, n, beside=claimed, monday="Monday" in frame),
        claim=claim,
        claimed=SPEAKERS[who]["name"],
    )


def _shapes() -> Iterator[tuple[str, list[tuple[str, dict]]]]:
    """Each shape with the frames and quotations that can make it, the quotations in turn."""
    statements = [q for q in QUOTATIONS if "told" in q]
    # Words to somebody are told to somebody: else nothing says who "they" are.
    to_nobody = [q for q in statements if "to" not in q]
    for n, (shape, frame) in enumerate(FRAMES.items()):
        # Each frame begins with other quotations.
        first = n * 7 % len(to_nobody)
        yield shape, [(frame, q) for q in to_nobody[first:] + to_nobody[:first]]
    for shown, (shape, *frames) in SHOWN.items():
        yield shape, [(f, q) for f in frames for q in statements if shown in q.get("shows", ())]
    for mood, (shape, *frames) in OTHER_MOODS.items():
        yield shape, [(f, q) for f in frames for q in QUOTATIONS if mood in q]
    bodies = [q for q in statements if "role" not in SPEAKERS[q["who"]]]
    frames = ("{name} said {told}.", "According to {name}, {kept}.")
    yield "a body speaks", [(f, q) for f in frames for q in bodies]


def _joined() -> Iterator[Report]:
    """Two statements of one speaker in one report."""
    shape = "two clauses of one report"
    for n, who in enumerate(SPEAKERS):
        said = [q for q in QUOTATIONS if q["who"] == who and "told" in q and "to" not in q][-2:]
        if len(said) == 2:
            first, second = said
            told = [_forms(q)["told"].replace("¦", "") for q in said]
            joined = {**first, "said": f"{first['said']} {second['said']}"}
            yield Report(
                shape=shape,
                change="",
                said=joined["said"],
                speaker=SPEAKERS[who]["name"],
                source=_direct(joined, 3 * n),
                claim=_capital(f"{SPEAKERS[who]['name']} said that {told[0]} and that {told[1]}."),
                claimed=SPEAKERS[who]["name"],
            )


def faithful() -> list[Report]:
    """Reports that change what reporting regularly changes, and nothing else."""
    made: dict[str, Report] = {}
    for n, (shape, ways) in enumerate(_shapes()):
        reports = (_report(shape, frame, q, n + i) for i, (frame, q) in enumerate(ways))
        new = (report for report in reports if report and report.claim not in made)
        made |= {report.claim: report for report in itertools.islice(new, EACH_SHAPE)}
    return [*made.values(), *itertools.islice(_joined(), EACH_SHAPE)]


def _frames(quotation: dict) -> list[tuple[str, str]]:
    """The shapes in which a statement can be reported, with their frames."""
    if "to" in quotation:
        shape, *frames = SHOWN["you"]
        return [(shape, frame) for frame in frames]
    return list(FRAMES.items())


def _altered(change: str) -> Iterator[Report | None]:
    """Reports in which one part of the words is changed, frame after frame."""
    for round_ in range(len(FRAMES)):
        for n, quotation in enumerate(QUOTATIONS):
            frames = _frames(quotation)
            shape, frame = frames[(5 * n + round_) % len(frames)]
            forms = ["told", "kept"] if "told" in quotation else []
            if any(f"{{{change}|" in quotation[form] for form in forms):
                yield _report(shape, frame, quotation, n + round_, change=change)
            for mood in OTHER_MOODS:
                if f"{{{change}|" in quotation.get(mood, "") and round_ < 2:
                    shape, *ways = OTHER_MOODS[mood]
                    yield _report(shape, ways[round_], quotation, n, change=change)


def _can_be_denied(quotation: dict) -> bool:
    """Whether "denied that" turns the sense of a statement into its opposite, and is no riddle."""
    return "to" not in quotation and not _NEGATIVE.search(quotation["told"] + quotation["said"])


def _reversed() -> Iterator[Report | None]:
    """Reports whose cue says the reverse."""
    shape = "said for denied, or denied for said"
    for form, frames in REVERSED.items():
        quotations = [q for q in QUOTATIONS if form in q and (form != "told" or _can_be_denied(q))]
        for n, quotation in enumerate(quotations):
            for frame in frames if form != "told" else frames[n % len(frames) :][:1]:
                report = _report(shape, frame, quotation, n)
                yield report and attrs.evolve(report, change="cue")


def _swapped() -> Iterator[Report | None]:
    """Reports that give the words to somebody else whom the source quotes."""
    for n, quotation in enumerate(QUOTATIONS):
        frames = _frames(quotation)
        who = quotation["who"]
        alike = [s for s in SPEAKERS if SPEAKERS[s]["pronoun"] == SPEAKERS[who]["pronoun"] and s != who]
        shape, frame = frames[11 * n % len(frames)]
        yield _report(shape, frame, quotation, n, claimed=alike[n % len(alike)])


def unfaithful() -> list[Report]:
    """Reports that change what was said, or who said it."""
    made = []
    for change, number in EACH_CHANGE.items():
        reports = itertools.chain(_altered(change), _reversed() if change == "cue" else ())
        if change == "speaker":
            reports = _swapped()
        new = {report.claim: report for report in reports if report}
        made += itertools.islice(new.values(), number)
    return made
