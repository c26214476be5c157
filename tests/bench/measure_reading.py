"""Measure reading on the articles of ``tests/reading/articles``, whose README says how they are marked.

    python tests/bench/measure_reading.py [FOLDER] [--by] [--errors]

Prints the figures of each part: ``a``, ``c`` and ``d`` for development, and ``b``, held back. ``--by`` breaks
them down by style and by phenomenon; ``--errors`` prints what went wrong, except in ``b``.
"""

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import attrs

import quoteverify as qv

ARTICLES = Path(__file__).parents[1] / "reading" / "articles"
# As the marks may or may not be part of a span, they and white space are left off its ends.
AT_THE_ENDS = "\"'“”‘’`„«» \n\t\u00a0"
# A span is found, if not exactly, where this share of the two together is common to both.
OVERLAP = 0.8
PRONOUNS = {"he", "she", "they", "it", "i", "we", "one"}
NOBODY, UNKNOWN, NESTED = "-", "?", "~"

Range = tuple[int, int]


@attrs.frozen
class Name:
    """One thing a speaker may be called; an answer must have the key word."""

    words: frozenset[str]
    key: str


@attrs.frozen
class Person:
    """A speaker as the header declares them."""

    kind: str
    names: tuple[Name, ...]


@attrs.frozen(kw_only=True)
class Segment:
    """The words between one pair of marks, as annotated."""

    start: int
    end: int
    speaker: str
    utterance: str
    tags: frozenset[str]


@attrs.frozen(kw_only=True)
class Article:
    """An article without its annotation, and what the annotation says."""

    id: str
    style: str
    text: str
    people: dict[str, Person]
    segments: tuple[Segment, ...]
    nested: tuple[Range, ...]
    mentions: dict[str, tuple[Range, ...]]


@attrs.frozen(kw_only=True)
class Answer:
    """One span of what was read."""

    start: int
    end: int
    quote: int
    term: bool
    name: str | None
    mention: Range | None


# What is annotated


def words_of(text: str) -> list[str]:
    """The words of a name, in lower case."""
    return re.findall(r"[^\W_]+(?:-[^\W_]+)*", re.sub(r"['’]s\b", "", text).lower())


def person(kind: str | None, names: str) -> Person:
    """A speaker from a line of the header."""
    found = []
    for name in names.split("/"):
        starred = name.rpartition("*")[2] if "*" in name else name
        key = words_of(starred)[0 if "*" in name else -1]
        found.append(Name(frozenset(words_of(name)), key))
    return Person(kind or "person", tuple(found))


def read_article(path: Path) -> Article:
    """Strip the annotation of a file, and keep what it says.

    Raises:
        ValueError: A brace or bracket is not closed, or names nobody whom the header declares.
    """
    header, _, body = path.read_text(encoding="utf8").partition("---\n")
    style, people = "", {}
    for line in header.splitlines():
        key, _, value = line.partition(": ")
        if declared := re.fullmatch(r"([A-Z])(?: \((\w+)\))?", key):
            people[declared[1]] = person(declared[2], value)
        elif key == "style":
            style = value
    text, open_, segments, nested = "", [], [], []
    mentions = defaultdict(list)
    for piece in re.split(r"([{<][^|{}<>]*\||[}>])", body.removesuffix("\n")):
        if piece[:1] in ("{", "<"):
            open_.append((piece, len(text)))
        elif piece in ("}", ">"):
            label, start = open_.pop()
            speaker, *tags = label[1:-1].split()
            if (label[0] == "{") != (piece == "}") or speaker[0] not in {*people, NOBODY, UNKNOWN, NESTED}:
                raise ValueError(f"{path.name}: {label!r} before {piece!r} at {text[-40:]!r}")
            if label[0] == "<":
                mentions[speaker].append((start, len(text)))
            elif speaker == NESTED:
                nested.append((start, len(text)))
            else:
                utterance = speaker if "." in speaker else f"{speaker}@{start}"
                segments.append((start, len(text), speaker[0], utterance, frozenset(tags)))
        else:
            text += piece
    if open_:
        raise ValueError(f"{path.name}: {open_} is not closed")
    return Article(
        id=path.stem,
        style=style,
        text=text,
        people=people,
        segments=tuple(
            Segment(start=s, end=e, speaker=who, utterance=u, tags=tags)
            for s, e, who, u, tags in sorted(segments)
        ),
        nested=tuple(nested),
        mentions={who: tuple(found) for who, found in mentions.items()},
    )


def phenomena(article: Article) -> dict[Segment, set[str]]:
    """What is hard about each segment: its own tags, and what its surroundings show."""
    text, found = article.text, {}
    chains = defaultdict(list)
    for segment in article.segments:
        chains[segment.utterance].append(segment)
    for segment in article.segments:
        start, end = text.rfind("\n", 0, segment.start) + 1, text.find("\n", segment.end) % (len(text) + 1)
        near = [text[s:e] for s, e in article.mentions.get(segment.speaker, ()) if start <= s < end]
        before, after = text[: segment.start], text[segment.end :]
        kinds = set(segment.tags)
        chain = chains[segment.utterance]
        if "\n" in text[chain[0].start : chain[-1].end] or any("reopened" in s.tags for s in chain):
            kinds.add("several paragraphs")
        if segment.speaker in article.people:
            kinds.add(f"speaker is a {article.people[segment.speaker].kind}")
            if not near:
                kinds.add("speaker in another paragraph")
            elif all(mention.lower() in PRONOUNS for mention in near):
                kinds.add("pronoun")
        if re.match(r"[\"'”’]+[.,]", after) and text[segment.end - 1] not in ".,?!":
            kinds.add("comma or stop outside")
        if before.endswith(("'", "‘")) and not before.endswith("''"):
            kinds.add("single marks")
        pairs = {"“": "”", '"': '"', "‘": "’", "'": "'"}
        if (closing := re.match(r"[\"'”’]+", after)) and not after.startswith(pairs[before[-1]]):
            kinds.add("mixed marks")
        elif closing and closing[0] in ("''", "’’"):
            kinds.add("two single marks for a double")
        if len(text[segment.start : segment.end].split()) <= 3:
            kinds.add("three words or fewer")
        found[segment] = kinds
    return found


# What is read, and how they match


def trimmed(text: str, start: int, end: int) -> Range:
    """A range without the marks and white space at its ends."""
    while start < end and text[start] in AT_THE_ENDS:
        start += 1
    while start < end and text[end - 1] in AT_THE_ENDS:
        end -= 1
    return start, end


def read_quotes(article: Article) -> list[Answer]:
    """What the library reads, span by span."""
    answers = []
    for i, quote in enumerate(qv.parse(article.text, id=article.id).quotes):
        mention = quote.attribution.mention if quote.attribution else None
        for span in quote.spans:
            start, end = trimmed(article.text, span.start, span.end)
            answers.append(
                Answer(
                    start=start,
                    end=end,
                    quote=i,
                    term=quote.kind == "term",
                    name=quote.speaker.name if quote.speaker else None,
                    mention=(mention.start, mention.end) if mention else None,
                )
            )
    return answers


def common(a: Range, b: Range) -> float:
    """The share of two ranges together that is in both."""
    both = max(0, min(a[1], b[1]) - max(a[0], b[0]))
    return both / (a[1] - a[0] + b[1] - b[0] - both or 1)


def matched(article: Article, answers: Iterable[Answer]) -> dict[Segment, Answer]:
    """The answer that finds each segment, each answer used once."""
    pairs = [
        (common(trimmed(article.text, s.start, s.end), (a.start, a.end)), s, a)
        for s in article.segments
        for a in answers
    ]
    found: dict[Segment, Answer] = {}
    taken = set()
    for score, segment, answer in sorted(pairs, key=lambda pair: -pair[0]):
        if score >= OVERLAP and segment not in found and answer not in taken:
            found[segment] = answer
            taken.add(answer)
    return found


def names_right(article: Article, speaker: str, name: str | None) -> bool:
    """Whether a name has the key word of the speaker, and fits nobody else of the article better."""
    words = set(words_of(name or ""))

    def fit(one: Person) -> int:
        return max((len(n.words & words) for n in one.names if n.key in words), default=0)

    best = fit(article.people[speaker])
    return 0 < best == max(map(fit, article.people.values())) and len(words) <= 12


def mention_right(article: Article, speaker: str, mention: Range | None) -> bool:
    """Whether the mention is one of those that are marked as the speaker's."""
    return mention is not None and any(common(mention, m) > 0 for m in article.mentions.get(speaker, ()))


# The figures


@attrs.define
class Figures:
    """Counts over articles, and the shares they make."""

    counts: Counter[str] = attrs.field(factory=Counter)

    def share(self, part: str, whole: str) -> float:
        """One count as a percentage of another."""
        return 100 * self.counts[part] / (self.counts[whole] or 1)

    def f1(self, right: str) -> float:
        """The harmonic mean of the shares of the speech and of the answers."""
        return 200 * self.counts[right] / (self.counts["speech"] + self.counts["answers"] or 1)

    def row(self) -> str:
        """The main figures on one line."""
        n = self.counts
        return (
            f"{n['speech']:5} {self.share('exact', 'answers'):8.1f} {self.share('exact', 'speech'):7.1f}"
            f" {self.f1('exact'):6.1f} {self.f1('right'):10.1f} {self.share('named', 'nameable'):7.1f}"
            f" {n['terms as speech']:6}/{n['terms']:<3} {n['speech as term']:5}"
            f" {n['joined']:7}/{n['to join']:<3} {n['joined wrongly']:5}"
        )


COLUMNS = "speech   precise  recall   span  end-to-end   names  terms+    speech-   joined   joined+"


def errors_of(
    article: Article, answers: list[Answer], figures: Figures, groups: dict[str, Figures]
) -> Iterator[str]:
    """Count an article's figures, and yield its errors with their surroundings."""
    found, kinds = matched(article, answers), phenomena(article)
    said = {a for a in answers if not a.term}
    everywhere = (figures, groups[f"style: {article.style}"])

    def around(start: int, end: int) -> str:
        text = article.text
        return f"{text[max(0, start - 90) : start]}⟦{text[start:end]}⟧{text[end : end + 90]}".replace(
            "\n", "⏎"
        )

    def count(segment: Segment | None, *keys: str) -> None:
        for one in (*everywhere, *(groups[kind] for kind in (kinds[segment] if segment else ()))):
            one.counts.update(keys)

    for segment in article.segments:
        answer = found.get(segment)
        place = trimmed(article.text, segment.start, segment.end)
        if segment.speaker == NOBODY:
            count(segment, "terms")
            if answer in said:
                count(segment, "terms as speech", "answers")
                yield f"term as speech  {answer.name}: {around(*place)}"
            continue
        count(segment, "speech")
        named = segment.speaker != UNKNOWN and article.people[segment.speaker].kind != "role"
        if named:
            count(segment, "nameable")
        if answer is None or answer.term:
            count(segment, *(["speech as term"] if answer else ()))
            yield f"{'speech as term' if answer else 'not found':15} {segment.speaker}: {around(*place)}"
            continue
        count(segment, "answers")
        if (answer.start, answer.end) == place:
            count(segment, "exact")
        else:
            yield f"span off        {around(answer.start, answer.end)}"
        if segment.speaker == UNKNOWN:
            count(segment, "right")
            continue
        by_name = names_right(article, segment.speaker, answer.name)
        if named and by_name:
            count(segment, "named")
        right = by_name or mention_right(article, segment.speaker, answer.mention)
        if right:
            count(segment, "right")
        if not (by_name if named else right):
            wanted = "/".join(sorted({name.key for name in article.people[segment.speaker].names}))
            at = article.text[slice(*answer.mention)] if answer.mention else None
            what = "name" if right else "speaker"
            yield f"{what:15} {answer.name!r} ({at!r}), not {wanted}: {around(*place)}"

    for answer in said - set(found.values()):
        inside = any(s.start <= answer.start and answer.end <= s.end for s in article.segments)
        if not (inside and any(common((answer.start, answer.end), n) > 0 for n in article.nested)):
            count(None, "answers")
            yield f"no quote        {answer.name}: {around(answer.start, answer.end)}"

    quotes, chains = defaultdict(set), defaultdict(list)
    for segment in article.segments:
        chains[segment.utterance].append(segment)
        if segment in found:
            quotes[found[segment].quote].add(segment.utterance)
    for utterance, chain in chains.items():
        if len(chain) > 1:
            count(chain[0], "to join")
            if all(s in found for s in chain) and len({found[s].quote for s in chain}) == 1:
                count(chain[0], "joined")
            else:
                yield f"not joined      {utterance}: {around(chain[0].start, chain[-1].end)}"
    for utterances in quotes.values():
        if len(utterances) > 1:
            count(None, "joined wrongly")
            yield f"joined wrongly  {', '.join(sorted(utterances))}"


@attrs.frozen
class Measured:
    """What a part of the articles shows: the figures, the same by style and by phenomenon, and the errors."""

    figures: Figures
    groups: dict[str, Figures]
    errors: dict[str, list[str]]


def measure(half: str, folder: Path = ARTICLES) -> Measured:
    """Read the articles of a part, by the letter that their names begin with, and count."""
    figures, groups, errors = Figures(), defaultdict[str, Figures](Figures), {}
    for path in sorted(folder.glob(f"{half}*.txt")):
        article = read_article(path)
        errors[article.id] = list(errors_of(article, read_quotes(article), figures, groups))
    return Measured(figures, groups, errors)


def main() -> None:
    """Read the articles and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=Path, nargs="?", default=ARTICLES)
    parser.add_argument("--by", action="store_true", help="break the figures down")
    parser.add_argument("--errors", action="store_true", help="print what went wrong, but for b")
    arguments = parser.parse_args()
    print(f"{'':33}{COLUMNS}")
    for half in "abcd":
        measured = measure(half, arguments.folder)
        if arguments.errors and half != "b":
            for name, errors in measured.errors.items():
                print(f"\n{name}", *errors, sep="\n  ")
        print(f"{half:34}{measured.figures.row()}")
        if arguments.by:
            for name, group in sorted(measured.groups.items()):
                print(f"  {name:32}{group.row()}")


if __name__ == "__main__":
    main()
