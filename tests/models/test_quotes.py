import datetime as dt
import pickle

import attrs
import pytest

from quoteverify.models import Attribution, Document, Quote, Report, Span, Speaker
from quoteverify.models.quotes import changed, instant, read_later

QUOTE = Quote(
    id="q1",
    spans=(Span(1, 5),),
    text="Yes,",
    attribution=Attribution(speaker=Speaker("Ana Lind", aliases=["Lind"]), reason="after"),
)
DOCUMENT = Document(text="“Yes,” Ana Lind said.", quotes=[QUOTE], speakers=[QUOTE.speaker])


def test_an_id_left_out_is_made_from_the_content():
    assert Document(text="a").id == Document(text="a").id != Document(text="b").id
    assert Document(text="\ud800").id
    assert Document(text="a", outlet="A").id != Document(text="a", outlet="B").id


@pytest.mark.parametrize(
    ("published", "becomes"),
    [
        (None, None),
        ("2016-10-19", dt.date(2016, 10, 19)),
        ("2016-10-19T09:30:00+00:00", dt.datetime(2016, 10, 19, 9, 30, tzinfo=dt.UTC)),
        (dt.date(2016, 10, 19), dt.date(2016, 10, 19)),
    ],
)
def test_published_is_a_date_or_becomes_one(published, becomes):
    assert Document(text="", published=published).published == becomes


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"text": None}, "text must be str, not NoneType"),
        ({"text": b""}, "text must be str, not bytes"),
        ({"text": "", "id": 5}, "id must be str, not int"),
        ({"text": "", "id": None}, "id must be str, not NoneType"),
        ({"text": "", "outlet": 5}, "outlet must be str, not int"),
        ({"text": "", "title": b""}, "title must be str, not bytes"),
        ({"text": "", "url": 5}, "url must be str, not int"),
        ({"text": "", "lang": 5}, "lang must be str, not int"),
        ({"text": "", "published": 5}, "published must be a date"),
    ],
)
def test_a_wrong_type_raises_at_once(arguments, error):
    with pytest.raises(TypeError, match=error):
        Document(**arguments)


def test_a_date_of_another_form_says_which_form_is_valid():
    with pytest.raises(ValueError, match="ISO 8601, such as '2016-10-19', not '19 October'"):
        Document(text="", published="19 October")


def test_a_speakers_name_is_a_string():
    with pytest.raises(TypeError, match="name must be str"):
        Speaker(None)


@pytest.mark.parametrize(
    ("name", "found"), [("Ana Lind", 1), ("lind", 1), ("Lin", 0), ("", 0), ("Bo Lind", 0)]
)
def test_everything_that_one_person_said_is_one_call(name, found):
    assert len(DOCUMENT.said_by(name)) == found


def test_records_are_frozen_hashable_and_pickle():
    assert pickle.loads(pickle.dumps(DOCUMENT)) == DOCUMENT
    assert hash(DOCUMENT) == hash(pickle.loads(pickle.dumps(DOCUMENT)))
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        DOCUMENT.text = ""


PAGES = [Span(0, 10), Span(12, 20), Span(22, 30)]


@pytest.mark.parametrize(
    ("start", "pages", "number"),
    [(0, PAGES, 1), (9, PAGES, 1), (11, PAGES, 1), (12, PAGES, 2), (29, PAGES, 3), (40, PAGES, 3),
     (0, [Span(5, 9)], 1), (3, (), None)],
)  # fmt: skip
def test_a_span_is_on_the_page_on_which_it_begins(start, pages, number):
    assert Document(text="", pages=pages).page_of(Span(start, start + 1)) == number


def test_reports_are_read_when_they_are_first_asked_for():
    asked = []

    def read(text):
        asked.append(text)
        return (Report(id="r1", spans=[Span(0, 4)], text=text[:4]),)

    document = changed(read_later(Document(text="It was late."), read), outlet="Port News")
    assert (document.outlet, asked) == ("Port News", [])
    assert [report.text for report in document.reports] == ["It w"]
    assert document.reports[0].speaker is None
    assert asked == ["It was late."]
    assert attrs.evolve(document, id="1").reports == changed(document, id="1").reports == document.reports


def test_a_document_has_nothing_else_that_is_read_later():
    with pytest.raises(AttributeError, match="Document has no 'report'"):
        _ = Document(text="It was late.").report


def test_dates_and_times_can_be_put_in_order():
    plus_one = dt.timezone(dt.timedelta(hours=1))
    in_order = [
        dt.date(2031, 3, 4),
        dt.datetime(2031, 3, 4, 11),
        dt.datetime(2031, 3, 4, 12, 30, tzinfo=plus_one),
        dt.datetime(2031, 3, 4, 12, tzinfo=dt.UTC),
    ]
    shuffled = [in_order[n] for n in (2, 0, 3, 1)]
    assert sorted(shuffled, key=instant) == in_order
