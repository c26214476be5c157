from quoteverify.__main__ import main
from quoteverify.collation.policies import policies


def test_an_unknown_policy_lists_the_valid_ones(files, capsys):
    assert main(["verify", "We may close", "first.txt", "--policy", "lax"]) == 2
    assert f"one of {', '.join(map(repr, policies()))}, not 'lax'" in capsys.readouterr().err


def test_what_a_house_allows_is_shown(files, capsys):
    main(["verify", "may close the bridge in May, or a part", "first.txt", "--policy", "strict"])
    assert "Not allowed" in capsys.readouterr().out
