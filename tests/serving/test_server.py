"""A session of the SDK's own client with the server, as a model's program has it."""

import asyncio
import json
import subprocess
import sys

import pytest

from quoteverify import Archive, parse
from quoteverify.serving import server as serving

mcp = pytest.importorskip("mcp", reason="mcp is not installed")

SAID = "“We will not sell the yard before spring,” said Ada Aas.\n"
CHANGED = "“We will sell the yard before spring,” said Ada Aas.\n"


@pytest.fixture
def folder(tmp_path):
    served = tmp_path / "served"
    served.mkdir()
    (served / "minutes.txt").write_text(SAID, encoding="utf8")
    (served / "draft.txt").write_text(CHANGED, encoding="utf8")
    (tmp_path / "secret.txt").write_text("The secret is out.", encoding="utf8")
    (served / "link.txt").symlink_to(tmp_path / "secret.txt")
    with Archive(tmp_path / "news.qv") as archive:
        archive.add([parse(SAID, outlet="The Tide")])
    return served


def session(arguments, *calls, list_tools=False):
    """What a server that runs by itself answers to some calls, all asked at once."""

    async def ask():
        command = mcp.StdioServerParameters(
            command=sys.executable, args=["-m", "quoteverify", "mcp", *arguments]
        )
        async with mcp.Client(command) as client:
            if list_tools:
                return (await client.list_tools()).tools
            return await asyncio.gather(*(client.call_tool(name, given) for name, given in calls))

    return asyncio.run(ask())


def test_the_tools_say_what_they_do_and_that_they_change_nothing(folder):
    tools = {tool.name: tool for tool in session(["--folder", str(folder)], list_tools=True)}
    assert list(tools) == ["parse", "verify", "check", "compare"]
    assert all(tool.description and tool.annotations.read_only_hint for tool in tools.values())
    assert tools["verify"].input_schema["required"] == ["claim"]


def test_a_folder_is_parsed_verified_checked_and_compared(folder):
    found, claim, draft, both = session(
        ["--folder", str(folder)],
        ("parse", {"file": "minutes.txt"}),
        ("verify", {"claim": "We will sell the yard", "speaker": "Ada Aas", "files": ["minutes.txt"]}),
        ("check", {"draft_file": "draft.txt", "files": ["minutes.txt"]}),
        ("compare", {"files": ["."]}),
    )
    assert not any(result.is_error for result in (found, claim, draft, both))
    (quote,) = found.structured_content["quotes"]
    assert SAID[quote["start"] : quote["end"]] == "We will not sell the yard before spring,"
    assert claim.structured_content["wording"] == "altered"
    assert "leaves out “not”" in claim.content[0].text
    assert draft.structured_content["stops"]
    assert len(both.structured_content["statements"]) == 1


def test_texts_and_an_archive_are_looked_into(folder):
    given, kept = session(
        ["--archive", str(folder.parent / "news.qv")],
        ("verify", {"claim": "We will not sell the yard", "sources": [SAID]}),
        ("check", {"draft": CHANGED}),
    )
    assert given.structured_content["wording"] == "verbatim"
    assert kept.structured_content["verifications"][0]["passages"][0]["source"] == "The Tide"


@pytest.mark.parametrize("name", ["../secret.txt", "link.txt", "/etc/passwd"])
def test_nothing_outside_the_folder_is_read(folder, name):
    for result in session(
        ["--folder", str(folder)],
        ("parse", {"file": name}),
        ("verify", {"claim": "The secret is out", "files": [name]}),
        ("check", {"draft_file": name}),
        ("compare", {"files": [name, "minutes.txt"]}),
    ):
        assert result.is_error
        assert "is outside the folder that is served" in result.content[0].text
        assert "secret is" not in result.content[0].text


def test_a_mistake_is_told_as_it_is(folder):
    empty, none, unknown = session(
        ["--folder", str(folder)],
        ("verify", {"claim": " "}),
        ("parse", {}),
        ("parse", {"file": "minute.txt"}),
    )
    assert all(result.is_error for result in (empty, none, unknown))
    assert "the claim is empty" in empty.content[0].text
    assert "give the text itself" in none.content[0].text
    assert "there are draft.txt, minutes.txt" in unknown.content[0].text


def test_two_hundred_calls_side_by_side_are_answered_alike(folder):
    calls = [
        ("verify", {"claim": "We will sell the yard"}),
        ("parse", {"file": "minutes.txt"}),
    ] * 100
    results = session(["--folder", str(folder)], *calls)
    for of_one_kind in (results[::2], results[1::2]):
        assert len({json.dumps(result.structured_content, sort_keys=True) for result in of_one_kind}) == 1


def test_nothing_is_on_standard_output_but_the_protocol(folder):
    messages = [
        {
            "jsonrpc": "2.0",
            "id": 1,
            "method": "initialize",
            "params": {
                "protocolVersion": "2025-06-18",
                "capabilities": {},
                "clientInfo": {"name": "test", "version": "1"},
            },
        },
        {"jsonrpc": "2.0", "method": "notifications/initialized"},
        {
            "jsonrpc": "2.0",
            "id": 2,
            "method": "tools/call",
            "params": {"name": "parse", "arguments": {"file": "minutes.txt"}},
        },
        {
            "jsonrpc": "2.0",
            "id": 3,
            "method": "tools/call",
            "params": {"name": "parse", "arguments": {"file": "../secret.txt"}},
        },
    ]
    process = subprocess.Popen(
        [sys.executable, "-m", "quoteverify", "mcp", "--folder", str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    with process:
        process.stdin.write(b"".join(json.dumps(one).encode() + b"\n" for one in messages))
        process.stdin.flush()
        lines = [json.loads(process.stdout.readline()) for _ in range(3)]
        process.stdin.close()
        assert process.stdout.read() == b""
    assert sorted(line["id"] for line in lines) == [1, 2, 3]
    assert all(line["jsonrpc"] == "2.0" for line in lines)


def test_a_folder_that_is_not_there_is_told(tmp_path):
    command = [sys.executable, "-m", "quoteverify", "mcp", "--folder", str(tmp_path / "none")]
    done = subprocess.run(command, capture_output=True, check=False, text=True)
    assert (done.returncode, done.stdout) == (2, "")
    assert "there is no folder" in done.stderr


def test_without_the_sdk_the_extra_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "mcp.server.mcpserver", None)
    with pytest.raises(ImportError, match=r"pip install 'quoteverify\[mcp\]'"):
        serving.make_server()
