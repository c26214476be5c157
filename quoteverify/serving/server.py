"""The server: tools by the Model Context Protocol, over standard input and output."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from quoteverify.errors import MissingExtraError, QuoteVerifyError
from quoteverify.serving.answers import Reply, checked, compared, parsed, verified
from quoteverify.serving.holdings import Holdings

INSTRUCTIONS = """\
Find out who said what in a text, whether texts agree on the words, and whether a quote stands in its sources.
Similarity is never the verdict: a dropped "not" is named. What is not found is not called false. Offsets are
half-open, in Unicode code points of the text as given. Where no sources are named, those are searched that
the server was started with."""

_NONE: list[str] = []


def serve(folder: str | Path | None = None, archive: str | Path | None = None, **as_parse: Any) -> None:
    """Serve the four verbs over standard input and output, until the client ends.

    Args:
        folder: The folder whose files the client may have read; None for no file at all.
        archive: The file of an archive to look into; None for none.
        as_parse: How texts are read: ``lang`` and ``sieves``, as `Holdings` takes them.

    Raises:
        MissingExtraError: The SDK is not installed; the message names the extra.
        UnreadableSourceError: There is no such folder or archive.
    """
    server, holdings = make_server(folder, archive, **as_parse)
    try:
        server.run("stdio")
    finally:
        holdings.close()


def make_server(
    folder: str | Path | None = None, archive: str | Path | None = None, **as_parse: Any
) -> tuple[Any, Holdings]:
    """Make the SDK's server with its tools, and what they may read, for any transport; see `serve`."""
    try:
        from mcp.server.mcpserver import MCPServer
        from mcp.types import ToolAnnotations
    except ImportError as error:
        raise MissingExtraError(
            "this server needs the SDK of the Model Context Protocol: "
            f"pip install 'quoteverify[mcp]' ({error})"
        ) from error
    from importlib.metadata import version

    holdings = Holdings(folder, archive, **as_parse)
    server = MCPServer(
        "quoteverify", instructions=INSTRUCTIONS, version=version("quoteverify"), log_level="WARNING"
    )
    tools = _Tools(holdings)
    hints = ToolAnnotations(read_only_hint=True, idempotent_hint=True, open_world_hint=False)
    for tool in (tools.parse, tools.verify, tools.check, tools.compare):
        server.add_tool(tool, annotations=hints, structured_output=False)
    return server, holdings


class _Tools:
    """The tools; what each takes and its docstring are what a model is told of it."""

    def __init__(self, holdings: Holdings) -> None:
        self._holdings = holdings
        # One at a time: files and indices are kept from one call to the next.
        self._lock = threading.Lock()

    def parse(self, text: str | None = None, file: str | None = None, reports: bool = False) -> Any:
        """Find every quotation of a text and who said it, with offsets and the reason.

        Give the text itself, or the name of a file in the folder that is served. reports: whether to find
        what people are told to have said without quotation marks ("she said it would close") as well.
        """
        return self._answered(parsed, text, file, reports)

    def verify(
        self,
        claim: str,
        speaker: str | None = None,
        sources: list[str] = _NONE,
        files: list[str] = _NONE,
        policy: str | None = None,
        reported: bool = False,
    ) -> Any:
        """Find a claimed quote in sources: whether its words, its speaker and its context are right.

        claim: the words as claimed, without quotation marks. speaker: who is claimed to have said it.
        sources: texts to look into. files: names of files or folders in the folder that is served. Where
        neither is given, all that the server holds is searched. policy: "strict" or "guardian", to judge
        changed words by what a house allows. reported: whether the claim is no quotation but told, as "she
        would sail" for “I will sail”: what reporting regularly changes is then no change.
        """
        return self._answered(verified, claim, speaker, policy, sources, files, reported)

    def check(
        self,
        draft: str | None = None,
        draft_file: str | None = None,
        sources: list[str] = _NONE,
        files: list[str] = _NONE,
        policy: str | None = None,
        reports: bool = False,
    ) -> Any:
        """Verify every quotation of a draft, or of your own answer, against sources.

        Give the draft itself, or the name of its file. sources, files and policy: as for verify. What stops
        is told with each difference; quotations that were left out stand in "unchecked" with the reason.
        reports: whether to verify what the draft tells without quotation marks as well.
        """
        return self._answered(checked, draft, draft_file, policy, sources, files, reports)

    def compare(self, texts: list[str] = _NONE, files: list[str] = _NONE, reports: bool = False) -> Any:
        """Lay the quotes of several texts side by side: each thing said, with each text's wording.

        texts: two texts or more. files: names of files or folders in the folder that is served. reports:
        whether to lay what one text tells without quotation marks beside what another quotes.
        """
        return self._answered(compared, texts, files, reports)

    def _answered(self, verb: Callable[..., Reply], *given: object) -> Any:
        """An answer as the protocol has it; a mistake is told as it is."""
        from mcp.server.mcpserver.exceptions import ToolError
        from mcp.types import CallToolResult, TextContent

        try:
            with self._lock:
                answer = verb(self._holdings, *given)
        except QuoteVerifyError as error:
            raise ToolError(str(error)) from None
        return CallToolResult(
            content=[TextContent(type="text", text=answer.text)], structured_content=answer.data
        )
