"""Learn the weights of the ranker of antecedents: who "he" and "she" are.

python tests/bench/train_antecedents.py PATH

PATH holds articles as ``gold.py`` describes them, in which the speaker behind a pronoun is named:
``entity`` or ``read_name`` where a person has read it, else ``silver``, an automatic label. What a pronoun
can mean depends on what the pronouns before it were taken for, so that the weights are learned in rounds,
each on what the last one makes of the articles; two are enough from the weights that there are.
"""

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from gold import articles, is_named, path_given, read_page
from train_ranking import Case, best, train

import quoteverify
from quoteverify.reading.people import antecedents
from quoteverify.reading.people.antecedents import Pronoun, Referent, features, field
from quoteverify.reading.people.referents import Referents
from quoteverify.reading.people.resolver import Resolver
from quoteverify.reading.syntax.mentions import Mention

ROUNDS = 2
PENALTY = 3.0
"""Tried: 1, 3 and 10; on the labels of the development articles 3 and 10 did best."""
SOURCE = (
    "Learned from news articles in which people marked the speakers and a program the persons "
    "behind pronouns (the training part of PolNeAR, 2018): tests/bench/train_antecedents.py."
)


class Noting(Referents):
    """Whom the pronouns of a text may mean, kept for each that was asked for."""

    noted: dict[int, tuple[Pronoun, list[Referent]]]

    def case(self, mention: Mention, sign: int) -> tuple[Pronoun, list[Referent]]:
        """As its parent's."""
        found = super().case(mention, sign)
        self.__dict__.setdefault("noted", {})[mention.span.start] = found
        return found


def named(quote: Mapping[str, Any]) -> bool:
    """Whether an article says who the pronoun is."""
    source = quote["source"]
    return source["type"] == "pronoun" and any(source.get(key) for key in ("entity", "read_name", "silver"))


def cases(path: Path) -> list[Case]:
    """The pronouns of whom it is known who they are."""
    found = []
    for article in articles(path):
        asked = {
            start: quote for quote in article["quotes"] if named(quote) for start, _, _ in quote["sources"]
        }
        if asked:
            found += list(cases_of(article, asked))
    return found


def cases_of(article: Mapping[str, Any], asked: Mapping[int, Mapping[str, Any]]) -> list[Case]:
    """The pronouns of one article, with whom each could mean and who is right."""
    narration, answers = read_page(article["text"])
    resolver = Resolver(narration)
    noting = resolver.pronominal.referents = Noting(resolver.cast, resolver.pronominal.newcomers)
    for quote in sorted(answers):
        resolved = resolver.resolve(answers[quote].mention)
        if resolved.person is not None:
            resolver.spoke(resolved.person, narration.marked[quote].span.end)
    found = []
    for start, (pronoun, among) in noting.__dict__.get("noted", {}).items():
        if start in asked and len(among) > 1:
            described = [sorted(set(features(pronoun, c, field(among), resolver.census))) for c in among]
            right = [is_named(asked[start], c.person.name) for c in among]
            found.append(Case(article["id"], start, described, right))
    return found


def main() -> None:
    learned: dict[str, float] = dict(antecedents.weights(quoteverify.language("en")))
    antecedents.weights = lambda profile: learned  # type: ignore[assignment]
    for number in range(1, ROUNDS + 1):
        found = cases(path_given())
        learned = train(found, penalty=PENALTY)
        right = sum(case.right[best(learned, case)[0]] for case in found)
        print(f"round {number}: right on the same articles {right} of {len(found)}", file=sys.stderr)
    lines = [
        f'    {{ words = ["{d}"], weight = {w:.2f} }},' for d, w in sorted(learned.items()) if abs(w) >= 0.01
    ]
    target = Path(str(quoteverify.__file__)).parent / "data" / "en" / "antecedents.toml"
    target.write_text(f'source = "{SOURCE}"\nrow = [\n' + "\n".join(lines) + "\n]\n", encoding="utf8")
    print(f"{target}: {len(lines)} weights", file=sys.stderr)


if __name__ == "__main__":
    main()
