import argparse

import pytest

from quoteverify.collation.policies import policies
from quoteverify.commands.own_rules import (
    add_language,
    add_policy,
    add_sieves,
    as_parse,
    house,
    profile,
)
from quoteverify.errors import QuoteVerifyError

SIEVE = """
from quoteverify import CustomSieve
def nobody(quotation): return None
def somebody(quotation): return None
second, first = CustomSieve(somebody, confidence=0.5), CustomSieve(nobody, confidence=0.5)
if __name__ == "__main__": raise SystemExit("run as a program")
"""


def typed(*arguments):
    parser = argparse.ArgumentParser()
    for add in (add_policy, add_sieves, add_language):
        add(parser)
    return parser.parse_args(arguments)


def test_where_nothing_is_asked_for_nothing_is_given():
    assert (as_parse(typed()), profile(typed()), house(typed())) == ({}, None, None)


def test_tables_are_laid_over_a_language_and_are_english_where_none_is_named(tmp_path):
    (tmp_path / "titles.toml").write_text('row = [{ words = ["reeve"] }]', encoding="utf8")
    given = typed("--language-data", str(tmp_path))
    assert profile(given).code == "en"
    assert "reeve" in profile(given).words("titles")
    assert as_parse(given) == {"lang": profile(given)}
    other = profile(typed("--lang", "xx", "--language-data", str(tmp_path)))
    assert (other.code, list(other.tables)) == ("xx", ["titles"])
    assert profile(typed("--lang", "en")).code == "en"


def test_sieves_are_those_at_the_top_of_a_file_in_its_order(tmp_path):
    file = tmp_path / "rules.py"
    file.write_text(SIEVE, encoding="utf8")
    assert [sieve.name for sieve in as_parse(typed("--sieves", str(file)))["sieves"]] == [
        "somebody",
        "nobody",
    ]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "no such file"),
        ("", "has no CustomSieve at its top"),
        ("1 / 0", "does not run: ZeroDivisionError"),
        ("a b", "does not run: SyntaxError"),
    ],
)
def test_a_file_without_sieves_says_so(tmp_path, content, message):
    file = tmp_path / "rules.py"
    if content is not None:
        file.write_text(content, encoding="utf8")
    with pytest.raises(QuoteVerifyError, match=message):
        as_parse(typed("--sieves", str(file)))


def test_a_policy_is_a_name_or_a_file(tmp_path):
    file = tmp_path / "ours.TOML"
    row = '{ kinds = ["filler"], up_to = "minor", source = "Page 4." }'
    file.write_text(f'[ours]\nabout = "Fillers may go."\nallow = [{row}]', encoding="utf8")
    assert house(typed("--policy", str(file))).name == "ours"
    assert house(typed("--policy", "strict")).name == "strict"
    with pytest.raises(QuoteVerifyError, match=", ".join(map(repr, policies()))):
        house(typed("--policy", "lenient"))
