import pytest

from quoteverify.__main__ import main
from quoteverify.exchange.serialization import from_json
from quoteverify.models import Document


def test_what_was_read_wrongly_is_corrected_whenever_it_is_read(files, capsys):
    assert main(["correct", "first.txt", "--quote", "We may close", "--speaker", "Ole Brandt"]) == 0
    assert capsys.readouterr().out == "1 correction kept in 'first.txt.corrections'\n"
    main(["parse", "first.txt", "--format", "json"])
    quote = from_json(capsys.readouterr().out, Document).quotes[0]
    assert (quote.speaker.name, quote.attribution.reason) == ("Ole Brandt", "corrected")
    assert main(["correct", "second.txt", "--quote", "We will", "--no-quotation"]) == 0
    assert main(["correct", "second.txt", "--same", "Ines Okafor", "the mayor"]) == 0
    capsys.readouterr()
    main(["parse", "second.txt", "--format", "json"])
    assert from_json(capsys.readouterr().out, Document).quotes[0].kind == "term"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "correct needs --quote, or --same"),
        (["--quote", "We may"], "--quote needs one of --speaker"),
        (["--quote", "We may", "--nobody", "--no-quotation"], "--quote needs one of --speaker"),
        (["--speaker", "Vale", "--same", "a", "b"], "--quote needs one of --speaker"),
        (["--quote", "Ten whales", "--nobody"], "no quote begins with 'Ten whales'"),
        (["--same", "Okafor"], "names must be two or more"),
    ],
    ids=str,
)
def test_what_cannot_be_corrected_is_told(files, capsys, arguments, message):
    assert main(["correct", "first.txt", *arguments]) == 2
    assert message in capsys.readouterr().err
    assert not (files / "first.txt.corrections").exists()
