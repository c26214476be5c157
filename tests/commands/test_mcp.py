import sys

from quoteverify.__main__ import main


def test_what_is_served_is_what_was_asked_for(monkeypatch, tmp_path):
    served = []
    monkeypatch.setattr(
        "quoteverify.serving.server.serve", lambda *given, **more: served.append((given, more))
    )
    assert main(["mcp", "--folder", str(tmp_path), "--archive", "news.qv"]) == 0
    assert main(["mcp"]) == 0
    assert served == [((str(tmp_path), "news.qv"), {}), ((None, None), {})]


def test_without_the_sdk_the_extra_is_named(monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "mcp.server.mcpserver", None)
    assert main(["mcp"]) == 2
    assert "quoteverify[mcp]" in capsys.readouterr().err
