from quoteverify.models import Span
from quoteverify.reading.sieves.answers import Answer
from quoteverify.reading.syntax.mentions import Mention, MentionKind


def test_an_answer_follows_nobody_and_has_no_score_unless_told():
    mention = Mention(Span(0, 4), MentionKind.NAME, "Vale", "vale", 0, 0)
    answer = Answer(mention, None, "said_after")
    assert (answer.follows, answer.score) == (None, None)
