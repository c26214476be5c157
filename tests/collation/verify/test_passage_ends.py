import pytest

from quoteverify.collation.verify.claims import Claim
from quoteverify.collation.verify.location import locate
from quoteverify.collation.verify.passage_ends import passage_bounds
from quoteverify.collation.verify.passages import claim_parts
from quoteverify.collation.verify.sources.source_index import SourceIndex
from quoteverify.text.language import language

ENGLISH = language("en")

# A claim, a source, and the words of the passage that answers it.
ENDS = {
    "another number in figures, of several words there": (
        "My father came here in 1953",
        "“My father came here in nineteen thirty-five,” she said.",
        "My father came here in nineteen thirty-five",
    ),
    "another number, of something": (
        "You went there to blame hundreds",
        "“You went there to blame thousands of $9 bills.”",
        "You went there to blame thousands",
    ),
    "another date": (
        "We sail from here on May 12",
        "“We sail from here on the twentieth of May, I think.”",
        "We sail from here on the twentieth of May",
    ),
    "a date before its article": (
        "March 3 was the day it broke",
        "“The third of March was the day it broke.”",
        "The third of March was the day it broke",
    ),
    "the first word another": (
        "All boats are rotting here",
        "“The boats are rotting here.”",
        "The boats are rotting here",
    ),
    "the last word another": (
        "The boats are rotting there",
        "“The boats are rotting here.”",
        "The boats are rotting here",
    ),
    "the first two others": (
        "Many old boats are rotting here",
        "“Our two boats are rotting here.”",
        "Our two boats are rotting here",
    ),
    "a word put in before, where the quotation begins": (
        "Alas boats are rotting here",
        "He said “boats are rotting here.”",
        "boats are rotting here",
    ),
    "a word put in after, where the sentence ends": (
        "Boats are rotting here today",
        "Boats are rotting here. Nobody cares.",
        "Boats are rotting here",
    ),
    "a word left out before the last": (
        "Boats rotting law order",
        "Boats rotting law and order, he said",
        "Boats rotting law and order",
    ),
    "a word left out after the first": (
        "Those boats are rotting",
        "Those old boats are rotting",
        "Those old boats are rotting",
    ),
    "the last words after an ellipsis": (
        "Boats are rotting ... harbour",
        "Boats are rotting in every old harbour",
        "Boats are rotting in every old harbour",
    ),
    "its stop too": (
        "Boats are rotting here.",
        "Boats are rotting here. Nobody cares.",
        "Boats are rotting here.",
    ),
    "no stop": ("Boats are rotting here", "Boats are rotting here. Nobody cares.", "Boats are rotting here"),
    "a comma for a stop": (
        "Boats are rotting here.",
        "“Boats are rotting here,” he said",
        "Boats are rotting here,",
    ),
    "one word for two": (
        "Boats are rotting anymore",
        "Boats are rotting any more. Nobody cares.",
        "Boats are rotting any more",
    ),
    "a sign for what a number is counted in": (
        "Boats sank by 12%",
        "Boats sank by 12 per cent a year ago",
        "Boats sank by 12 per cent",
    ),
    "a number in words before": (
        "Twelve boats are rotting",
        "Some 12 boats are rotting here",
        "12 boats are rotting",
    ),
    "an abbreviation is no end": (
        "It is the U.S. Sekurity Council",
        "It is the U.S. Security Council",
        "It is the U.S. Security Council",
    ),
    "a sign before a number": ("Boats cost $12", "Boats cost 12 dollars a day", "Boats cost 12 dollars"),
    "as many words as the claim has, where none is the same": (
        "Boats are rotting there now",
        "Boats are rotting in harbours and yards",
        "Boats are rotting in harbours",
    ),
    "the same word, as near as can be": (
        "Boats rot or sink here",
        "Boats rot here and here and here",
        "Boats rot here and here",
    ),
    "more words than may be replaced": (
        "Boats rot one two three four five",
        "Boats rot in every harbour of the land",
        "Boats rot",
    ),
    "four words": (
        "Boats rot one two three four",
        "Boats rot in every harbour of the land",
        "Boats rot in every harbour of",
    ),
    "a sentence that ends a word later, as the claim does": (
        "Boats rot anymore.",
        "Boats rot in harbours. Nobody cares.",
        "Boats rot in harbours.",
    ),
    "a sentence that ends a word later, as the claim does not": (
        "Boats rot anymore",
        "Boats rot in harbours. Nobody cares.",
        "Boats rot in",
    ),
    "a sentence that ends two words later": (
        "Boats rot anymore.",
        "Boats rot in all harbours. Nobody cares.",
        "Boats rot in",
    ),
    "a colon": ("Boats are rotting. No", "Boats are rotting: nobody cares", "Boats are rotting"),
    "a colon that the claim has too": (
        "Boats are rotting: not one",
        "Boats are rotting: nobody cares",
        "Boats are rotting: nobody cares",
    ),
    "a semicolon before": ("So boats are rotting", "It is late; boats are rotting", "boats are rotting"),
    "the first words before an ellipsis": (
        "Late ... boats are rotting",
        "Late in the day all boats are rotting",
        "Late in the day all boats are rotting",
    ),
    "words beyond an ellipsis that stand nowhere": (
        "Boats are rotting ... tomorrow",
        "Boats are rotting in every old harbour",
        "Boats are rotting",
    ),
    "words beyond an ellipsis, too far": (
        "Boats are rotting ... harbour",
        f"Boats are rotting {'and more ' * 30}harbour",
        "Boats are rotting",
    ),
    "a date that the claim ends with": (
        "Boats sank on October 20",
        "Boats sank on 20 October last year",
        "Boats sank on 20 October",
    ),
    "a number that the source has in words": (
        "We saw 992 boats in 1992",
        "We saw nine hundred and ninety two boats in 1992",
        "We saw nine hundred and ninety two boats in 1992",
    ),
    "another number": ("Boats sank on October 20", "Boats sank on 21 October", "Boats sank on 21 October"),
    "the start of the text": ("So all boats are rotting", "Boats are rotting", "Boats are rotting"),
    "the end of the text": ("Boats are rotting all day", "Boats are rotting", "Boats are rotting"),
}


@pytest.mark.parametrize(("claim", "source", "expected"), ENDS.values(), ids=ENDS)
def test_the_ends_of_a_passage_are_snapped_to_the_right_word(claim, source, expected):
    index = SourceIndex(source)
    taken = Claim(claim, ENGLISH)
    (part,) = claim_parts(index, taken, locate(index, taken).places)
    assert [span.of(source) for span in part.spans] == [expected]
    assert part.claim.of(claim) == claim


def test_bounds_are_positions_of_words():
    index = SourceIndex(["It is late.", "All boats are rotting here today."])
    claim = Claim("The boats are rotting there", ENGLISH)
    (place,) = locate(index, claim).places
    start, end = passage_bounds(index, claim, place, 0, 5)
    assert index.keys_at(start, end) == ["all", "boats", "are", "rotting", "here"]
    start, end = passage_bounds(index, claim, place, 1, 4)
    assert index.keys_at(start, end) == ["boats", "are", "rotting"]
