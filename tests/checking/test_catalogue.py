import pytest
from hypothesis import given
from hypothesis import strategies as st

import quoteverify as qv
from quoteverify.checking.catalogue import NO_SOURCES, Catalogue, Catalogued
from quoteverify.models import Document

TIDE = Document(id="texts/tide.txt", text="", outlet="The Tide", url="https://tide.example/a")
GAZETTE = Document(id="g", text="", outlet="Aas Gazette", title="Pilots want a bigger boat")
OTHER = Document(id="h", text="", outlet="Aas Gazette", title="No")
CATALOGUE = Catalogue([TIDE, GAZETTE, OTHER], ["the"])


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("the Tide", [("Tide", (TIDE.id,))]),
        ("the Tide's man at the Aas Gazette", [("Tide's", (TIDE.id,)), ("Aas Gazette", ("g", "h"))]),
        ("“Pilots want a bigger boat”", [("Pilots want a bigger boat", ("g",))]),
        ("No. Aas and Gazette", []),
        ("tide.txt, Tide.pdf", [("tide.txt", (TIDE.id,)), ("Tide.pdf", (TIDE.id,))]),
        ("", []),
    ],
)
def test_sources_are_named_by_outlet_title_and_file(text, names):
    assert [(text[n.start : n.end], n.ids) for n in CATALOGUE.named_in(text)] == names


@pytest.mark.parametrize(
    ("title", "text", "named"),
    [
        ("Pilots want boats", "as in Pilots want boats", ["Pilots want boats"]),
        ("Pilots sail", "as in Pilots sail", []),  # two words, as a sentence has them by chance
        ("Pilots " * 30, "Pilots " * 30, [("Pilots " * 30).strip()]),
        ("Pilots " * 40, "Pilots " * 40, [("Pilots " * 30).strip()]),
    ],
)
def test_a_title_is_named_by_three_words_or_more_of_its_first_thirty(title, text, named):
    catalogue = Catalogue([Document(id="1", text="", title=title)])
    assert [text[n.start : n.end] for n in catalogue.named_in(text)] == named


def test_a_source_is_found_at_its_address():
    assert (CATALOGUE.at("http://www.tide.example/a/#b"), CATALOGUE.at("https://b.example")) == (
        TIDE.id,
        None,
    )


def test_a_title_is_known_whatever_stands_around_it():
    assert CATALOGUE.is_title("Pilots want a bigger boat,")
    assert CATALOGUE.is_title("No")
    assert not CATALOGUE.is_title("")
    assert not NO_SOURCES.is_title("No")


def test_what_a_source_is_called():
    assert [CATALOGUE.label(id) for id in (TIDE.id, "x")] == ["The Tide", "x"]


def test_an_archive_tells_what_it_holds_without_texts(tmp_path):
    with qv.Archive(tmp_path / "a.qv") as archive:
        archive.add([TIDE, GAZETTE])
        assert isinstance(archive, Catalogued)
        assert [(d.id, d.outlet, d.title, d.url, d.text) for d in archive.catalogue()] == [
            (d.id, d.outlet, d.title, d.url, "") for d in (TIDE, GAZETTE)
        ]


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_name_is_found_in_itself_or_not_at_all(name, text):
    catalogue = Catalogue([Document(id="1", text="", outlet=name, title=text)])
    for named in catalogue.named_in(f"{text} {name}"):
        assert named.ids == ("1",)
        assert 0 <= named.start < named.end
