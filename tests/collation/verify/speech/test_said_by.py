import pytest

from quoteverify import Document, language, parse, said_by
from quoteverify.errors import ArgumentTypeError, ArgumentValueError

FIRST = parse(
    "“We sail at noon,” said the mayor, Ruth Vale. Her brother Tom Vale disagreed. “We stay,” said Tom Vale."
    "\n\n"
    "“Nobody asked the crew,” said Captain Nadia el-Amin, who runs the ferry.",
    id="first",
)
SECOND = parse("Ms. Vale was clear. “The tide is with us,” Ms. Vale said.", id="second")
THIRD = parse(
    "RUTH VALE: The quay is closed.\n\nEL-AMIN: And the ferry?\n\nRUTH VALE: It waits.\n", id="third"
)
FOURTH = parse("“No comment,” said Bo Aas, the mayor of Lund.", id="fourth")
ALL = (FIRST, SECOND, THIRD, FOURTH)
RUTH = [("first", "We sail at noon,"), ("second", "The tide is with us,")]
TURNS = [("third", "The quay is closed."), ("third", "It waits.")]
TOM = [("first", "We stay,")]
NADIA = [("first", "Nobody asked the crew,"), ("third", "And the ferry?")]
AAS = [("fourth", "No comment,")]


def found(name, documents=ALL):
    return [(document.id, quote.text) for document, quote in said_by(documents, name)]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Ruth Vale", [RUTH[0], *TURNS]),
        ("ruth vale", [RUTH[0], *TURNS]),
        ("Mayor Ruth Vale", [RUTH[0], *TURNS]),
        ("Ms. Ruth Vale", [RUTH[0], *TURNS]),
        ("Vale", [RUTH[0], *TOM, RUTH[1], *TURNS]),
        ("Tom Vale", TOM),
        ("Captain el-Amin", NADIA),
        ("Nadia El Amin", NADIA),
        ("el-Amin", NADIA),
        ("Aas", AAS),
        ("Bo Aas", AAS),
        ("Dr Bo Aas", AAS),
        ("Ada Aas", []),
        ("Val", []),
        ("Nobody", []),
    ],
)
def test_somebody_is_found_by_any_name(name, said):
    assert found(name) == said


def test_a_role_is_its_holders_and_they_are_found_by_name_elsewhere():
    first = parse("“We sail at noon,” said the mayor, Ruth Vale. “We stay,” said Bo Aas.", id="first")
    assert found("the mayor", (first, SECOND, THIRD)) == [*RUTH, *TURNS]
    assert found("Ruth Vale", (first, SECOND, THIRD)) == [*RUTH, *TURNS]


def test_a_role_takes_in_no_bare_surname_that_may_be_another_s():
    first = parse("“We sail at noon,” said the mayor, Ruth Vale.", id="first")
    bare = parse("“It snows,” said Vale.", id="bare")
    other = parse("“We wait,” said Captain Tom Vale.", id="other")
    assert found("the mayor", (first, bare)) == [("first", "We sail at noon,"), ("bare", "It snows,")]
    assert found("the mayor", (first, bare, other)) == [("first", "We sail at noon,")]


def test_a_surname_that_may_be_another_s_is_nobodys_who_is_asked_for_in_full():
    assert found("Ruth Vale", (SECOND, THIRD)) == [RUTH[1], *TURNS]
    assert RUTH[1] not in found("Ruth Vale", (FIRST, SECOND))


def test_what_is_found_is_at_its_place_in_its_document():
    for document, quote in said_by(ALL, "Ruth Vale"):
        assert document in ALL
        assert quote in document.quotes
    assert said_by(ALL, "Bo Aas")[0].text == "No comment,"


def test_one_document_will_do_and_none_has_nothing():
    assert found("Ruth Vale", FIRST) == [RUTH[0]]
    assert said_by([], "Ruth Vale") == ()
    assert said_by([Document(text="Ruth Vale came.")], "Ruth Vale") == ()


def test_the_language_is_the_documents_own_unless_one_is_given():
    assert len(said_by([Document(text="", lang="xx"), FOURTH], "Aas")) == 1
    assert len(said_by(FOURTH, "Aas", lang=language("en"))) == 1


@pytest.mark.parametrize(
    ("documents", "name", "error", "message"),
    [
        (ALL, " ", ArgumentValueError, "the name is empty"),
        (ALL, None, ArgumentTypeError, "name must be str"),
        ("text", "Vale", ArgumentTypeError, "documents must be several Document, not str"),
        (["text"], "Vale", ArgumentTypeError, "each of documents must be Document, not str"),
        (5, "Vale", ArgumentTypeError, "documents must be several Document, not int"),
    ],
)
def test_what_is_asked_wrongly_is_told(documents, name, error, message):
    with pytest.raises(error, match=message):
        said_by(documents, name)


def test_what_is_told_without_marks_is_found_when_it_is_asked_for():
    document = parse("“We sail,” said Ruth Vale. Vale told us that it was late. Bo Aas said it was early.")
    assert [said.text for said in said_by(document, "Ruth Vale")] == ["We sail,"]
    assert [said.text for said in said_by(document, "Ruth Vale", reports=True)] == ["We sail,", "it was late"]
