"""What a town adds to the library as it is installed: a verb, a title, a rule for who spoke, a policy."""

import re
import sys
from pathlib import Path

import quoteverify as qv
from quoteverify.collation.policies import read_policy
from quoteverify.models import Span

HERE = Path(__file__).parent
TOWN = qv.language("en", folder=HERE / "tables")
POLICY = read_policy(HERE / "policy.toml")


def in_brackets(quotation):
    found = re.compile(r"\s*\(([^()]+)\)").match(quotation.text, quotation.outer.end)
    return Span(*found.span(1)) if found else None


IN_BRACKETS = qv.CustomSieve(in_brackets, before="label", confidence=0.9)

if __name__ == "__main__":
    paths = sorted(HERE.glob("*.txt"))
    for document in qv.read_many(paths, lang=TOWN, sieves=[IN_BRACKETS], n_process=int(sys.argv[1])):
        print(*((quote.speaker.name, quote.attribution.reason) for quote in document.quotes))
    print(qv.verify("We will mend the quay", paths[0].read_text("utf8"), policy=POLICY, lang=TOWN).allowed)
