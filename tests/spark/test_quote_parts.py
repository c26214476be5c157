import pytest

import quoteverify as qv
from quoteverify.collation.compare.quote_parts import quote_parts, unquoted_sentences
from quoteverify.spark.quote_parts import NGRAMS, PART, part_rows, parts_of
from quoteverify.text.language import language

ENGLISH = language("en")
TEXT = (
    "“We will not sell the yard. Nobody asked the ‘ferrymen of the north’ about it,” said Ruth Vale, "
    "the harbour master.\n\nThe yard is not for sale.\n\n“Nobody,” she added, “asked us ... not once.”"
)


@pytest.mark.parametrize("reported", [False, True])
def test_parts_come_back_from_their_rows_as_they_were(reported):
    document = qv.parse(TEXT, id="ferry", outlet="Ledger", published="2031-02-03T04:05:06")
    wanted = [*quote_parts(document, ENGLISH), *(unquoted_sentences(document, ENGLISH) if reported else ())]
    rows = list(part_rows(document, ENGLISH, reported=reported))
    found = parts_of(rows, ENGLISH)
    assert all(set(row) == {*PART, *NGRAMS} for row in rows)
    assert [(one.text, one.span, one.stems) for one in found] == [(p.text, p.span, p.stems) for p in wanted]
    assert [one.document.published for one in found] == [document.published] * len(wanted)
    assert [one.quote and (one.quote.id, one.quote.spans, one.quote.speaker) for one in found] == [
        part.quote and (part.quote.id, part.quote.spans, part.quote.speaker) for part in wanted
    ]


def test_parts_of_one_quote_are_of_one_quote_and_of_one_document():
    rows = list(part_rows(qv.parse(TEXT, id="ferry"), ENGLISH, reported=False))
    found = parts_of(reversed(rows), ENGLISH)
    assert len({id(one.document) for one in found}) == 1
    assert len({id(one.quote) for one in found}) == len({row["quote_id"] for row in rows})


def test_equal_parts_of_one_speaker_have_one_hash_and_of_two_speakers_two():
    one, other, third = (
        next(iter(part_rows(qv.parse(text), ENGLISH, reported=False)))
        for text in (
            "“We sail at noon,” said Ruth Vale.",
            "Ruth Vale said: “we SAIL at noon”",
            "“We sail at noon,” said Ada Aas.",
        )
    )
    assert one["wording"] == other["wording"] != third["wording"]
    assert one["trigrams"]
    assert set(one["trigrams"]) == set(other["trigrams"]) == set(third["trigrams"])
