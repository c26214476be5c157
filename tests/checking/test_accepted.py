import json

import pytest

import quoteverify as qv
from quoteverify.__main__ import main
from quoteverify.checking.accepted import Accepted, entry_of, read_accepted
from quoteverify.errors import ArgumentTypeError, ExchangeFormatError, UnreadableSourceError

SOURCE = "“We will not sell the yard before spring,” said Ada Aas. It rained."
DRAFT = "Ada Aas said: “We will sell the yard before spring.” “Whales sing on Tuesdays,” said Bo Berg."


def checked(draft=DRAFT, source=SOURCE):
    return qv.check(draft, qv.parse(source, id="tide", outlet="The Tide"))


@pytest.fixture
def accepted():
    made = Accepted()
    assert made.add(checked()) == 2
    return made


def test_what_was_accepted_stops_nothing_and_says_so(accepted):
    report = accepted.applied(checked())
    assert not report.stops
    assert report.accepted == report.quote_ids
    assert qv.from_json(qv.to_json(report)) == report
    assert accepted.add(checked()) == 0


@pytest.mark.parametrize(
    ("draft", "source"),
    [
        (DRAFT.replace("sell the yard", "sell the whole yard"), SOURCE),
        (DRAFT.replace("Ada Aas", "Bo Berg"), SOURCE),
        (DRAFT.replace("Whales", "Wales"), SOURCE),
        (DRAFT, SOURCE.replace("before spring", "before the spring")),
        (DRAFT, SOURCE.replace("It rained", "Perhaps it rained")),
        (DRAFT + " Ada Aas said: “We love the yard before winter.”", SOURCE),
    ],
)
def test_it_stops_again_when_the_quotation_or_its_source_changes(accepted, draft, source):
    assert accepted.applied(checked(draft, source)).stops


@pytest.mark.parametrize(
    ("draft", "source"),
    [
        ("So it is.\n\n" + DRAFT, SOURCE),
        (DRAFT.replace(" the yard", "\nthe yard"), SOURCE),
        (DRAFT + " Ada Aas said: “We will not sell the yard before spring.”", SOURCE),
    ],
)
def test_what_else_changes_is_nothing_to_it(accepted, draft, source):
    assert not accepted.applied(checked(draft, source)).stops


def test_what_is_right_is_not_kept():
    right = qv.check("Ada Aas said: “We will not sell the yard before spring.”", SOURCE)
    accepted = Accepted()
    assert accepted.add(right) == len(accepted) == 0
    assert right.verifications[0] not in accepted
    assert "a string" not in accepted


def test_a_draft_of_which_nothing_was_checked_stops_all_the_same(accepted):
    assert accepted.applied(checked("The film “Dark Water” won.")).stops


def test_the_file_is_for_people_to_read(accepted, tmp_path):
    accepted.write(tmp_path / "accepted.json")
    text = (tmp_path / "accepted.json").read_text(encoding="utf8")
    assert text.startswith('[\n {\n  "quotation": "We will sell the yard before spring.",\n')
    entries = json.loads(text)
    assert [entry["quotation"] for entry in entries] == sorted(entry["quotation"] for entry in entries)
    assert entries[0] == entry_of(checked().verifications[0])
    assert entries[0]["source"][0]["name"] == "The Tide"
    again = read_accepted(str(tmp_path / "accepted.json"))
    assert not again.applied(checked()).stops
    again.write(tmp_path / "again.json")
    assert (tmp_path / "again.json").read_bytes() == (tmp_path / "accepted.json").read_bytes()


@pytest.mark.parametrize("text", ["", "{}", "[1]", '[{"quotation": "a"}]', "[" * 100_000])
def test_another_file_is_refused(text, tmp_path):
    (tmp_path / "a.json").write_text(text)
    with pytest.raises(ExchangeFormatError, match="holds no accepted findings"):
        read_accepted(tmp_path / "a.json")


def test_what_is_not_there_is_a_clear_error(tmp_path):
    with pytest.raises(UnreadableSourceError, match="cannot read"):
        read_accepted(tmp_path / "none.json")
    with pytest.raises(ArgumentTypeError, match="path must be str or Path"):
        read_accepted(5)


def test_a_hook_is_not_red_forever(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    draft, source = tmp_path / "draft.txt", tmp_path / "tide.txt"
    draft.write_text(DRAFT, encoding="utf8")
    source.write_text(SOURCE, encoding="utf8")
    asked = ["check", "draft.txt", "tide.txt", "--accepted", "accepted.json"]
    assert main(asked) == 2
    assert main([*asked, "--accept"]) == 0
    assert "2 findings accepted, 2 in all in 'accepted.json'" in capsys.readouterr().err
    assert main(asked) == 0
    out = capsys.readouterr().out
    assert "accepted 2" in out
    assert "accepted: not found" in out
    source.write_text(SOURCE.replace("before spring", "before the spring"), encoding="utf8")
    assert main(asked) == 1
    assert main(["check", "draft.txt", "tide.txt", "--accept"]) == 2
    assert "--accept needs --accepted FILE" in capsys.readouterr().err
