import datetime as dt
from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quoteverify.reading.parser import parse
from quoteverify.reading.sources.mail import article_of_mail

SAID = "“We will not sell the yard,” said Ada Aas."
PAGE = '<style>p {}</style><p>“We will <a href="https://t.example">not</a> sell,” said <b>Ada Aas</b>.</p>'


def message(text=None, page=None, **heads):
    made = EmailMessage()
    for name, value in heads.items():
        made[name] = value
    if text is not None:
        made.set_content(text)
    if page is not None:
        (made.add_alternative if text is not None else made.set_content)(page, subtype="html")
    return made


def read(made, **options):
    return article_of_mail(made.as_bytes(), **options)


def test_the_subject_and_the_date_are_what_is_known_of_a_mail():
    made = message(SAID, Subject="Gård", Date="Tue, 03 Mar 2020 10:00:00 +0000")
    assert read(made) == {
        "text": f"{SAID}\n",
        "title": "Gård",
        "published": dt.datetime(2020, 3, 3, 10, tzinfo=dt.UTC),
    }


@pytest.mark.parametrize("date", [b"", b"Date:\n", b"Date: tomorrow\n", b"Date: 2020\n"])
@pytest.mark.parametrize("subject", [b"", b"Subject: \n", b"Subject: Yard\n"])
def test_of_a_mail_without_a_subject_or_a_date_nothing_is_told_of_it(date, subject):
    title = {"title": "Yard"} if b"Yard" in subject else {}
    assert article_of_mail(date + subject + b"\nNo.") == {"text": "No.", **title}


def test_of_several_forms_the_plain_one_is_read():
    assert read(message(SAID, PAGE))["text"] == f"{SAID}\n"


def test_a_mail_that_is_a_page_is_read_as_it_prints():
    assert read(message(page=PAGE))["text"] == "“We will not sell,” said Ada Aas."
    kept = read(message(page=PAGE), links=True)["text"]
    assert "https://t.example" in kept
    assert parse(kept).quotes[0].text == "We will not sell,"


def test_what_is_attached_is_not_read_and_what_is_handed_on_is():
    made = message("See below.")
    made.add_attachment(SAID, filename="a.txt")
    assert read(made)["text"] == "See below.\n"
    made.add_attachment(message(SAID))
    assert read(made)["text"] == f"See below.\n\n\n{SAID}\n"


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"Content-Type: text/plain; charset=no-such\n\n\xe2\x80\x9cNo.\xe2\x80\x9d", "“No.”"),
        (b"Content-Type: text/plain; charset=cp1252\n\n\x93No.\x94", "“No.”"),
        (b"Content-Type: text/plain; charset=base64\n\nNo.", "No."),
        (b"Content-Transfer-Encoding: base64\n\nTm8u", "No."),
        (b"Date: tomorrow\nSubject: =?x?q?=FF?=\n\nNo.", "No."),
        (b"Content-Type: multipart/mixed\n\nNo.", ""),
        (b"Content-Type: image/png\n\nNo.", ""),
        (b"", ""),
    ],
)
def test_an_odd_mail_is_read_as_far_as_it_goes(raw, text):
    assert article_of_mail(raw)["text"] == text


def test_a_mail_within_mails_is_reached_however_deep():
    deep = b"No.\n"
    for n in range(60):
        deep = b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n%s\n--b%d--\n" % (n, n, deep, n)
    assert isinstance(article_of_mail(deep)["text"], str)


@settings(max_examples=40)
@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf8", "replace")))
def test_any_bytes_are_a_mail(raw):
    for beginning in (b"", b"Subject: ", b"Content-Type: ", b"Date: "):
        assert isinstance(article_of_mail(beginning + raw)["text"], str)
