import pytest
from hypothesis import given
from hypothesis import strategies as st
from shown import answers_of, narration_of

from quoteverify.reading.parser import parse
from quoteverify.reading.syntax.mentions import Mention, MentionKind, mention_of, with_apposition
from quoteverify.reading.syntax.phrases import phrase_ending, phrase_starting
from quoteverify.reading.syntax.sentences import Sentence

NAME, PRONOUN, NOMINAL = MentionKind.NAME, MentionKind.PRONOUN, MentionKind.NOMINAL
PIECES = (
    "Ruth", "Vale", "al-Aas", "van", "Mr.", "PM", "the", "a", "all", "his", "she", "pilot", "spokesman",
    "former", "of", "for", "and", "&", "Port", "Ministry", "University", "’s", "who", "said", "met",
    "newly", "Monday", "41", "21-year-old", "“Bo”", "“We sail,”", ",", ".", "(", ")", ":", "-",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=25).map(" ".join) | st.text(
    min_size=1, max_size=60
)

# A sentence that opens with a phrase: what the phrase is, its kind, the bare name in it and its head.
STARTING = {
    "a name": ("Ruth Vale came.", "Ruth Vale", NAME, "Ruth Vale"),
    "a title": ("Ms. Vale came.", "Ms. Vale", NAME, "Vale"),
    "a title without a stop": ("Mr Baek came.", "Mr Baek", NAME, "Baek"),
    "several titles": (
        "Prime Minister Dr. Ruth Vale came.",
        "Prime Minister Dr. Ruth Vale",
        NAME,
        "Ruth Vale",
    ),
    "a family name first": ("Baek Soo-min came.", "Baek Soo-min", NAME, "Baek Soo-min"),
    "initials": ("J. K. Vale came.", "J. K. Vale", NAME, "J. K. Vale"),
    "a particle": ("Ada van der Vale came.", "Ada van der Vale", NAME, "Ada van der Vale"),
    "a chain of fathers": (
        "Omar bin Said al-Vale came.",
        "Omar bin Said al-Vale",
        NAME,
        "Omar bin Said al-Vale",
    ),
    "a role before the name": ("Port pilot Ruth Vale came.", "Port pilot Ruth Vale", NAME, "Ruth Vale"),
    "a former role": ("Former pilot Ruth Vale came.", "Former pilot Ruth Vale", NAME, "Ruth Vale"),
    "the initials of an office": ("Labour MP Ruth Vale came.", "Labour MP Ruth Vale", NAME, "Ruth Vale"),
    "an age": ("21-year-old Ruth Vale came.", "21-year-old Ruth Vale", NAME, "Ruth Vale"),
    "a relation": ("His sister Ruth Vale came.", "His sister Ruth Vale", NAME, "Ruth Vale"),
    "a nickname": ("Ruth “Bo” Vale came.", "Ruth “Bo” Vale", NAME, "Ruth “Bo” Vale"),
    "an office with of": (
        "Secretary of State Ruth Vale came.",
        "Secretary of State Ruth Vale",
        NAME,
        "Ruth Vale",
    ),
    "a body": ("The Port Ministry came.", "The Port Ministry", NAME, "Port Ministry"),
    "a body with of": ("The University of Aas came.", "The University of Aas", NAME, "University of Aas"),
    "a body with of and the": (
        "The Ministry of the Sea came.",
        "The Ministry of the Sea",
        NAME,
        "Ministry of the Sea",
    ),
    "two fields of one body": (
        "The Ministry of Ports and Fisheries came.",
        "The Ministry of Ports and Fisheries",
        NAME,
        "Ministry of Ports and Fisheries",
    ),
    "somebody of a body": (
        "Bank of Aas chief economist Ruth Vale came.",
        "Bank of Aas chief economist Ruth Vale",
        NAME,
        "Ruth Vale",
    ),
    "a nameless one of a body": (
        "A Bank of Aas spokesman came.",
        "A Bank of Aas spokesman",
        NOMINAL,
        "",
    ),
    "a firm": ("Vale & Sons came.", "Vale & Sons", NAME, "Vale & Sons"),
    "several by name": ("Ruth Vale and Tom Aas came.", "Ruth Vale and Tom Aas", NAME, "Tom Aas"),
    "a role": ("The senior port official came.", "The senior port official", NOMINAL, ""),
    "a role in capitals": ("The Prime Minister came.", "The Prime Minister", NOMINAL, ""),
    "a role in capitals with of": ("The Bishop of Aas came.", "The Bishop of Aas", NOMINAL, ""),
    "a role for a body": (
        "A spokesman for the Port Ministry came.",
        "A spokesman for the Port Ministry",
        NOMINAL,
        "",
    ),
    "a role of a name's": ("Vale’s lawyer came.", "Vale’s lawyer", NOMINAL, ""),
    "an age alone": ("The 21-year-old came.", "The 21-year-old", NOMINAL, ""),
    "a plural": ("Several residents came.", "Several residents", NOMINAL, ""),
    "a body without a name": ("The ministry came.", "The ministry", NOMINAL, ""),
    "a pronoun": ("She came.", "She", PRONOUN, ""),
    "a plural pronoun": ("They came.", "They", PRONOUN, ""),
}


def opened(text):
    sentence = narration_of(text).sentences(0)[0]
    phrase = phrase_starting(sentence, 0)
    return mention_of(sentence, phrase) if phrase else None


@pytest.mark.parametrize(("text", "printed", "kind", "name"), STARTING.values(), ids=STARTING)
def test_a_phrase_is_followed_from_its_first_word_to_its_last(text, printed, kind, name):
    mention = opened(text)
    assert (mention.span.of(text), mention.kind, mention.name) == (printed, kind, name)


@pytest.mark.parametrize(("text", "printed", "kind", "name"), STARTING.values(), ids=STARTING)
def test_a_phrase_is_the_same_from_its_last_word_back(text, printed, kind, name):
    sentence = narration_of(text).sentences(0)[0]
    tokens = sentence.tokens
    last = next(i for i, t in enumerate(tokens) if t.text == "came") - 1
    phrase = phrase_ending(sentence, last)
    mention = mention_of(sentence, phrase)
    assert (mention.span.of(text), mention.kind, mention.name) == (printed, kind, name)


@pytest.mark.parametrize("text", ["Of Vale.", "41.", ", Vale.", "Very quickly.", "On Monday."])
def test_what_opens_with_no_noun_and_no_pronoun_is_no_phrase_for_somebody(text):
    mention = opened(text)
    assert mention is None or mention.kind != NAME


@pytest.mark.parametrize(
    "before", ["Vale met", "They went with", "The pilot who saw", "On Monday", "It said that", "“Yes,” said"]
)
@pytest.mark.parametrize("phrase", ["Tom Aas", "the port’s pilot", "she", "a spokesman for the ministry"])
def test_what_stands_before_a_phrase_is_no_part_of_it(before, phrase):
    text = f"{before} {phrase}."
    sentence = narration_of(text).sentences(0)[-1]
    tokens = sentence.tokens
    last = len(tokens) - 2
    found = phrase_ending(sentence, last)
    assert mention_of(sentence, found).span.of(text).endswith(phrase)
    assert tokens[found.first].start == len(before) + 1


@pytest.mark.parametrize(
    ("text", "printed", "name"),
    [
        ("His lawyer, Ruth Vale, came.", "His lawyer, Ruth Vale", "Ruth Vale"),
        ("The Bishop of Aas, Tom Vale, came.", "The Bishop of Aas, Tom Vale", "Tom Vale"),
        ("The port’s pilot, Dr. Ruth Vale.", "The port’s pilot, Dr. Ruth Vale", "Ruth Vale"),
        ("Her son, the poet Tom Vale, came.", "Her son, the poet Tom Vale", "Tom Vale"),
        (
            "The Bishop of Aas, the Rt Rev Ann Vale, came.",
            "The Bishop of Aas, the Rt Rev Ann Vale",
            "Ann Vale",
        ),
        (
            "The port’s head, retired general Tom Aas, came.",
            "The port’s head, retired general Tom Aas",
            "Tom Aas",
        ),
        (
            "The Director-General of Ports, Dr Tom Aas, came.",
            "The Director-General of Ports, Dr Tom Aas",
            "Tom Aas",
        ),
        ("The mayor, the poet Tom Vale, and the bishop came.", "The mayor", ""),
        ("The mayor, a Vale supporter, came.", "The mayor", ""),
        ("The mayor, the Port Council, came.", "The mayor", ""),
        ("The lawyer, Ruth Vale met him.", "The lawyer", ""),
        ("The lawyer, a friend, came.", "The lawyer", ""),
        ("The lawyer, he came.", "The lawyer", ""),
        ("Ruth Vale, Tom Aas, came.", "Ruth Vale", "Ruth Vale"),
        ("The lawyer", "The lawyer", ""),
    ],
)
def test_a_description_has_the_name_that_its_comma_gives(text, printed, name):
    sentence = narration_of(text).sentences(0)[0]
    mention = with_apposition(sentence, opened(text))
    assert (mention.span.of(text), mention.name) == (printed, name)


# How a quotation's speaker is named: the mention that is found, whatever stands around it.
SPEAKERS = {
    "after the quotation, verb first": ("“We sail at noon,” said {}.", ()),
    "after the quotation": ("“We sail at noon,” {} said on Monday.", ("she", "he")),
    "after a comma outside": ("“We sail at noon”, {} told the Port News.", ("she", "he")),
    "before": ("On Monday {} said: “We sail at noon.”", ()),
    "before a fragment": ("In Aas, {} said that the ship was “a floating ruin”.", ()),
    "in the middle": ("“We sail,” said {}, “at noon.”", ()),
    "according to": ("“We sail at noon,” according to {}.", ("she", "he", "they")),
}
WHO = (
    "Ruth Vale", "Mr Baek", "Baek Soo-min", "al-Vale", "Dr Ngozi Adeyo", "the pilot",
    "a spokesman for the port", "the Port Ministry", "the University of Aas", "a Bank of Aas spokesman",
    "the Prime Minister", "several residents", "the 21-year-old", "Ruth Vale and Tom Aas", "she", "they",
    "his lawyer", "port director Ruth Vale", "Det Insp Ruth Vale", "Justice Meera Iyer",
    "Sheikh Hamad bin Rashid al-Marri", "the High Court", "one witness",
)  # fmt: skip


@pytest.mark.parametrize("who", WHO)
@pytest.mark.parametrize("frame", SPEAKERS)
def test_a_speaker_is_found_wherever_english_puts_it(frame, who):
    sentence, unusual = SPEAKERS[frame]
    if who not in unusual:
        assert {mention for _, mention, *_ in answers_of(sentence.format(who))} == {who}


@given(TEXTS, st.integers(0, 30))
def test_a_phrase_begins_where_it_is_looked_for(text, at):
    for sentence in sentences_of(text):
        tokens = sentence.tokens
        phrase = phrase_starting(sentence, at)
        if phrase is not None:
            first, head, last = phrase
            assert at == first <= head <= last < len(tokens)
            hold(text, sentence, mention_of(sentence, phrase), first, last)


@given(TEXTS, st.integers(-1, 30))
def test_a_phrase_ends_where_it_is_looked_for(text, at):
    for sentence in sentences_of(text):
        tokens = sentence.tokens
        last = min(at, len(tokens) - 1)
        phrase = phrase_ending(sentence, last)
        if phrase is not None:
            assert 0 <= phrase.first <= phrase.head <= phrase.last == last
            hold(text, sentence, mention_of(sentence, phrase), phrase.first, last)


def sentences_of(text):
    narration = narration_of(text)
    for paragraph in range(len(narration.paragraphs)):
        yield from narration.sentences(paragraph)


def hold(text: str, sentence: Sentence, mention: Mention, first: int, last: int) -> None:
    """What holds of every mention: it is where it says, and so is the name in it."""
    assert (mention.span.start, mention.span.end) == (sentence.tokens[first].start, sentence.tokens[last].end)
    assert bool(mention.name) == (mention.kind == NAME) == (mention.name_span is not None)
    if mention.name_span is not None:
        assert mention.span.start <= mention.name_span.start
        assert mention.name_span.of(text) == mention.name
    assert mention.head == mention.head.lower()
    after = with_apposition(sentence, mention)
    assert after == mention or (mention.kind, after.kind) == (NOMINAL, NAME)
    assert after.span.start == mention.span.start
    assert after.span.end >= mention.span.end


@pytest.mark.parametrize(
    ("text", "crowd"),
    [
        ("Some said the port was shut.", "Some"),
        ("But most say the port is shut.", "most"),
        ("Those surveyed say the port is shut.", "Those surveyed"),
        ("One in five say the port is shut.", "One in five"),
        ("Nearly nine out of 10 say the port is shut.", "Nearly nine out of 10"),
        ("A mere 9 percent say the port is shut.", "A mere 9 percent"),
        ("The two admit that the port is shut.", "The two"),
    ],
)
def test_a_crowd_speaks_and_is_nobody(text, crowd):
    (report,) = parse(text).reports
    assert report.attribution.mention.of(text) == crowd
    assert report.speaker is None


def test_a_share_of_people_with_a_noun_is_called_by_it():
    text = "Six in 10 pilots said the port was shut."
    (report,) = parse(text).reports
    assert report.attribution.mention.of(text) == "Six in 10 pilots"


def test_a_pronoun_of_the_clause_before_is_no_crowd():
    text = "The most said of the port is that it was shut."
    assert parse(text).reports == ()


OFFICES = [
    "Danish Ambassador to the Netherlands Ruth Vale",
    "Danish Ambassador to the Netherlands, Ruth Vale,",
    "Kenya’s High Commissioner to Ghana, Ruth Vale,",
    "Danish ambassador to Ghana Ruth Vale",
    "Minister for Foreign Affairs Ruth Vale",
    "Minister for Ports and Fisheries Ruth Vale",
    "Minister of Health, Ruth Vale,",
    "Secretary of State for Transport Ruth Vale",
    "Assistant Secretary of Defense for Health Affairs Ruth Vale",
    "Permanent Secretary in the Ministry of Health, Ruth Vale,",
    "Director-General of the World Health Organization, Ruth Vale,",
    "Chair of the Senate Committee on Ports Ruth Vale",
    "Vice President for Research Ruth Vale",
    "MP for Aas East, Ruth Vale,",
    "Commissioner for Information, Mrs Ruth Vale,",
    "House Speaker Ruth Vale",
    "President-elect Ruth Vale",
    "co-founder and director Ruth Vale",
]


@pytest.mark.parametrize("office", OFFICES)
@pytest.mark.parametrize("frame", ["“We sail,” {} said.", "“We sail,” said {}", "{} said: “We sail.”"])
def test_an_office_is_no_part_of_the_name_of_who_holds_it(office, frame):
    said = office.rstrip(",") + "." if frame.endswith("{}") else office
    (quote,) = parse(frame.format(said)).quotes
    assert quote.speaker.name == "Ruth Vale"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“We sail,” officials at Homeland Port Works said.", "officials at Homeland Port Works"),
        ("“We sail,” said Tom Bishop of Northgate.", "Tom Bishop"),
        ("Ruth Vale, Chair of the Coastal Councils Forum said: “We sail.”", "Ruth Vale"),
        ("Ruth Vale, head of Aas Ports Forum said: “We sail.”", "Ruth Vale"),
        ("“We sail,” said Minister of Health.", "Minister of Health"),
        ("“We sail,” said the Ministry of Ports and Fisheries.", "Ministry of Ports and Fisheries"),
        ("“We sail,” said Ruth Vale and Tom Aas.", "Ruth Vale and Tom Aas"),
    ],
)
def test_what_is_no_office_keeps_its_name(text, speaker):
    (quote,) = parse(text).quotes
    assert quote.speaker.name == speaker
