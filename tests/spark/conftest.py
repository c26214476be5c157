"""A session of Spark for all tests of the wing, and articles that print much of what others print."""

import datetime as dt
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from spark_session import local, missing

ARTICLES = Path(__file__).parents[1] / "reading" / "articles"


@pytest.fixture(scope="session")
def session() -> Iterator[Any]:
    """Spark on two cores."""
    reason = missing()
    if reason:
        pytest.skip(reason)
    started = local()
    yield started
    started.stop()


@pytest.fixture(scope="session")
def records() -> list[dict[str, Any]]:
    """Two dozen articles, half of them of paragraphs of the others, in the order of their ids."""
    found = []
    for n, path in enumerate(sorted(ARTICLES.glob("*.txt"))[:12]):
        body = path.read_text(encoding="utf8").partition("---\n")[2]
        text = re.sub(r"[{<][^|{}<>]*\||[}>]", "", body)
        found.append({"id": path.stem, "text": text, "outlet": f"Outlet {n}", "published": _day(7 * n)})
    rng = random.Random(3)
    paragraphs = [part for record in found for part in record["text"].split("\n\n")]
    for n in range(12):
        text = "\n\n".join(rng.sample(paragraphs, 12)).replace(" not ", " ")
        found.append({"id": f"mixed-{n:02}", "text": text, "outlet": None, "published": None})
    return sorted(found, key=lambda record: record["id"])


def _day(days: int) -> str:
    return (dt.date(2031, 1, 1) + dt.timedelta(days)).isoformat()


@pytest.fixture(scope="session")
def articles(session: Any, records: list[dict[str, Any]]) -> Any:
    """The same as a DataFrame, in another order."""
    rows = [tuple(record.values()) for record in reversed(records)]
    return session.createDataFrame(rows, "id string, text string, outlet string, published string").cache()
