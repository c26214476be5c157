"""The page on running it on a cluster: its examples run, in order, on two small files."""

import re
from pathlib import Path
from typing import Any

import pytest

PAGE = Path(__file__).parents[2] / "docs" / "spark.md"


def test_the_examples_of_the_page_run(session: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocks = re.findall(r"^```python\n(.*?)^```", PAGE.read_text(encoding="utf8"), re.DOTALL | re.MULTILINE)
    assert blocks
    (tmp_path / "news").mkdir()
    articles = [
        ("ferry", "“We will not sell the yard,” said Ruth Vale, the mayor."),
        ("yard", "“We will not sell the yard now,” Ruth Vale said on Monday."),
    ]
    session.createDataFrame(articles, "id string, text string").write.parquet(
        str(tmp_path / "news" / "1.parquet")
    )
    # The page's paths are those of a folder; Spark's are of the folder that Java was started in.
    source = "\n".join(blocks).replace('"news/*', f'"{tmp_path}/news/*')
    source = re.sub(r'parquet\("(\w+)"\)', rf'parquet("{tmp_path}/\1")', source)
    names: dict[str, Any] = {}
    exec(compile(source, str(PAGE), "exec"), names)
    quotes = session.read.parquet(str(tmp_path / "quotes")).toArrow().to_pylist()
    assert sorted(row["document_id"] for row in quotes) == ["ferry", "yard"]
    statements = session.read.parquet(str(tmp_path / "statements")).toArrow().to_pylist()
    assert len({row["statement"] for row in statements}) == 1
