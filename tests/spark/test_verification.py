import random

import pytest

import quoteverify as qv
from quoteverify.collation.verify.verification import findings
from quoteverify.errors import ArgumentTypeError, ArgumentValueError
from quoteverify.exchange.rows import VerificationRow, rows
from quoteverify.spark import verify


def alone(claim, sources, who):
    """What one process finds; an empty claim, which it takes for an error, is a row like any other here."""
    words = claim or ""
    return findings(words, sources.about(words), qv.Speaker(who) if who else None, None)


@pytest.fixture(scope="module")
def documents(records):
    return list(qv.parse_many(records[:12]))


@pytest.fixture(scope="module")
def claims(documents):
    """What the articles quote, altered, and what none of them says."""
    found = [
        (f"{document.id} {quote.id}", quote.text.replace(" the ", " "), quote.speaker and quote.speaker.name)
        for document in documents
        for quote in document.quotes
    ]
    return [*found[::3], ("nobody", "Purple herons never vote on Tuesdays", None), ("none", None, None)]


@pytest.fixture(scope="module")
def wanted(documents, claims):
    index = qv.SourceIndex(documents)
    return {id: row for id, claim, who in claims for row in rows(alone(claim, index, who))}


def test_the_findings_are_those_of_one_process(session, articles, documents, claims, wanted, tmp_path):
    given = session.createDataFrame(claims, "id string, claim string, speaker string")
    ids = [document.id for document in documents]
    sources = articles.where(articles["id"].isin(ids))
    joined = verify(given, sources)
    assert joined.columns == ["id", *VerificationRow.__annotations__]
    assert {row.pop("id"): row for row in joined.toArrow().to_pylist()} == wanted
    sent = verify(given, documents).toArrow().to_pylist()
    assert {row.pop("id"): row for row in sent} == wanted
    assert {row["wording"] for row in wanted.values()} >= {"verbatim", "altered", "not_found"}


def test_claims_of_what_very_many_say_are_found_where_one_process_finds_them(session):
    rng = random.Random(4)
    vocabulary = [f"word{n}" for n in range(40)]
    texts = [
        f"“We will see what happens,” said Speaker {n}. {' '.join(rng.choices(vocabulary, k=60))}."
        for n in range(150)
    ]
    said = [text.split() for text in texts]
    claims = [
        "we will see what happens",
        "we will never see what happens",
        "what happens",
        "happens",
        "word7 word7",
        *(" ".join(rng.choice(said)[n : n + 9]) for n in range(5, 50, 3)),
        *(" ".join(rng.choice(said)[n : n + 4] + rng.choice(said)[n : n + 4]) for n in range(8, 50, 3)),
        *(" ".join(rng.choices(vocabulary, k=6)) for _ in range(9)),
    ]
    frame = session.createDataFrame(
        [(f"{n:03}", text) for n, text in enumerate(texts)], "id string, text string"
    )
    given = session.createDataFrame([(str(n), c) for n, c in enumerate(claims)], "id string, claim string")
    index = qv.SourceIndex([qv.parse(text, id=f"{n:03}") for n, text in enumerate(texts)])
    wanted = {str(n): next(rows(qv.verify(claim, index))) for n, claim in enumerate(claims)}
    assert {row.pop("id"): row for row in verify(given, frame).toArrow().to_pylist()} == wanted
    assert {row["wording"] for row in wanted.values()} >= {"verbatim", "altered", "not_found"}


def test_an_archive_gives_the_findings_it_gives_in_one_process(session, documents, claims, tmp_path):
    path = tmp_path / "news.qv"
    given = session.createDataFrame(claims, "id string, claim string, speaker string")
    with qv.Archive(path) as archive:
        archive.add(documents)
        wanted = {id: row for id, claim, who in claims for row in rows(alone(claim, archive, who))}
        for sources in (archive, path, str(path)):
            found = verify(given, sources).toArrow().to_pylist()
            assert {row.pop("id"): row for row in found} == wanted


def test_a_claim_without_speaker_column_is_not_checked_for_one(session):
    given = session.createDataFrame([("1", "We sail at noon")], "id string, claim string")
    row = verify(given, ["“We sail at noon,” said Ruth Vale."]).first()
    assert (row["wording"], row["speaker_finding"]) == ("verbatim", "not_checked")


def test_a_policy_by_its_name_is_taken_and_another_is_refused(session):
    given = session.createDataFrame([("1", "We sail at noon")], "id string, claim string")
    assert verify(given, ["We sail at noon."], policy="strict").first()["wording"] == "verbatim"
    with pytest.raises(ArgumentValueError, match="strict"):
        verify(given, ["It rained."], policy="lax")


def test_a_text_is_not_taken_for_the_path_of_an_archive(session):
    given = session.createDataFrame([("1", "We sail at noon")], "id string, claim string")
    with pytest.raises(ArgumentTypeError, match="there is no file 'We sail at noon"):
        verify(given, "We sail at noon.")
    with pytest.raises(ArgumentTypeError, match="sources must be"):
        verify(given, 5)


@pytest.mark.parametrize("kind", ["articles", "documents"])
def test_a_claim_may_be_told_and_no_quotation(session, kind):
    texts = [("a", "“We will not sell the old yard before spring,” said Ruth Vale."), ("b", "It rained.")]
    claims = [("1", "they would not sell the old yard before spring", "Ruth Vale")]
    given = session.createDataFrame(claims, "id string, claim string, speaker string")
    documents = [qv.parse(text, id=id) for id, text in texts]
    sources = session.createDataFrame(texts, "id string, text string") if kind == "articles" else documents
    (row,) = verify(given, sources, reported=True).toArrow().to_pylist()
    (wanted,) = rows(qv.verify(claims[0][1], documents, speaker="Ruth Vale", reported=True))
    assert row == {"id": "1", **wanted}
    assert (row["wording"], row["severity"]) == ("verbatim", "cosmetic")
