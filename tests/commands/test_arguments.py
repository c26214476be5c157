import pytest

from quoteverify.commands.arguments import OptionParser


def parser():
    whole = OptionParser(prog="qv", allow_abbrev=False)
    commands = whole.add_subparsers(metavar="COMMAND", required=True)
    check = commands.add_parser("check", allow_abbrev=False)
    check.add_argument("draft")
    check.add_argument("--speaker")
    check.add_argument("--format", choices=["text", "json"])
    check.set_defaults(run=print)
    commands.add_parser("compare").set_defaults(run=print)
    return whole


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("check a --speker Vale", "qv check: error: unrecognized arguments: --speker Vale (did you mean"),
        ("check a --speker=Vale", "unrecognized arguments: --speker=Vale (did you mean '--speaker'?)"),
        ("check a --spk Vale", "(did you mean '--speaker'?)"),
        ("check a --json", "qv check: error: unrecognized arguments: --json (did you mean --format json?)"),
        ("check a --frmat json", "(did you mean '--format'?)"),
        ("check a --zebra", "qv check: error: unrecognized arguments: --zebra\n"),
        ("check a b c", "qv check: error: unrecognized arguments: b c\n"),
        ("check a --format jsn", "(did you mean 'json'?)"),
        ("check a --format zebra", "invalid choice: 'zebra' (choose from text, json)\n"),
        ("chek a", "(did you mean 'check'?)"),
        ("compar a", "(did you mean 'compare'?)"),
        ("compare --speaker Vale", "qv compare: error: unrecognized arguments: --speaker Vale\n"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_where_it_was_made_with_what_may_be_meant(capsys, typed, message):
    with pytest.raises(SystemExit) as stopped:
        parser().parse_args(typed.split())
    assert stopped.value.code == 2
    # Later Pythons leave out the marks around the choices.
    assert message.replace("'", "") in capsys.readouterr().err.replace("'", "")


def test_what_is_right_is_taken():
    found = parser().parse_args(["check", "a", "--speaker", "Vale", "--format", "json"])
    assert (found.draft, found.speaker, found.format) == ("a", "Vale", "json")
