"""Who is one speaker across outlets, and where two are named. The people and the texts are invented."""

import pytest

from quoteverify import language, parse
from quoteverify.collation.compare.comparison import compare, compare_many
from quoteverify.collation.compare.speakers import one_person

WORDS = (
    "The bridge over the northern river will stay closed until the divers have searched every pillar of it "
    "and the engineers have signed what they find"
)

ONE = {
    # Spellings
    "a hyphen": ("“{}”, said Asma al Fahri.", "“{}”, said Asma al-Fahri."),
    "diacritics": ("“{}”, said Inés Núñez.", "“{}”, said Ines Nunez."),
    "a doubled letter": ("“{}”, said Petro Zelanskyy.", "“{}”, said Petro Zelansky."),
    "another transcription": ("“{}”, said Mohammed Qaderi.", "“{}”, said Muhammad Qaderi."),
    "a letter with a stroke": ("“{}”, said Søren Ødegaard.", "“{}”, said Soren Odegaard."),
    "an ending of another transcription": ("“{}”, said Vitali Kolchak.", "“{}”, said Vitaliy Koltchak."),
    "a double name": ("“{}”, said Jean-Marc Oste.", "“{}”, said Jean Marc Oste."),
    "family first": ("“{}”, said Lin Zhaowei.", "“{}”, said Zhaowei Lin."),
    "an initial": ("“{}”, said Ruth K. Vale.", "“{}”, said Ruth Vale."),
    "a short form": ("“{}”, said Robert Aas.", "“{}”, said Bob Aas."),
    "an apostrophe": ("“{}”, said Siobhan O’Dalen.", "“{}”, said Siobhan O'Dalen."),
    # Titles
    "a title and none": ("“{}”, Gov. Ruth Vale said.", "“{}”, Ruth Vale said."),
    "two titles": ("“{}”, Dr. Ruth Vale said.", "“{}”, Senator Ruth Vale said."),
    "the last name": ("“{}”, Gov. Ruth Vale said.", "“{}”, Vale said."),
    "a title and the last name": ("“{}”, Ruth Vale said.", "“{}”, Ms. Vale said."),
    # Roles of which one of them says whose they are
    "a role by a title": ("“{}”, Gov. Ruth Vale said.", "“{}”, the governor said."),
    "a role behind the name": ("“{}”, said Asma al-Fahri, the first lady.", "“{}”, the first lady said."),
    "a role with its place": ("“{}”, said Ruth Vale, the mayor of Lund.", "“{}”, the mayor said."),
    "a title of two words": ("“{}”, Prime Minister Ingrid Dahl said.", "“{}”, the prime minister said."),
    "a title and a place": (
        "“{}”, said Foreign Minister Anders Holm.",
        "“{}”, the Norwegian foreign minister said.",
    ),
    "a place with its role": ("“{}”, Lund Mayor Ruth Vale said.", "“{}”, said the mayor of Lund."),
    "a place that has a role": ("“{}”, said Ruth Vale, the mayor of Lund.", "“{}”, Lund's mayor said."),
    "a role that is somebody's": ("“{}”, said Ruth Vale, his lawyer.", "“{}”, the lawyer said."),
    "a role that is somebody's elsewhere": ("“{}”, said Ruth Vale, the lawyer.", "“{}”, his lawyer said."),
    "a role in the next sentence": (
        "“{}”, Ruth Vale said. Vale, the harbour master, took no questions.",
        "“{}”, the harbour master said.",
    ),
    # Roles that nobody is said to hold
    "a role and its place": ("“{}”, the mayor said.", "“{}”, said the mayor of Lund."),
    "a role in other words": ("“{}”, said the CEO of Halvor.", "“{}”, the chief executive said."),
    "a role turned round": ("“{}”, the police chief said.", "“{}”, said the chief of police."),
    "a role on leave": ("“{}”, the off-duty pilot said.", "“{}”, said the pilot."),
    "one of several": ("“{}”, a spokesman said.", "“{}”, the spokesman said."),
    "one who speaks for another": ("“{}”, said a spokesman for the mayor.", "“{}”, the spokesman said."),
    # Roles of which another says whose they are
    "a third says whose": (
        "“{}”, Ruth Vale said.",
        "“{}”, the treasurer said.",
        "The treasurer, Ruth Vale, was on the bridge by noon.",
    ),
    "a third says whose, by the last name": (
        "“{}”, Ruth Vale said.",
        "“{}”, the treasurer said.",
        "The treasurer, Vale, was on the bridge by noon.",
    ),
    "a third says whose, by a title and the last name": (
        "“{}”, Ruth Vale said.",
        "“{}”, the treasurer said.",
        "The treasurer, Ms. Vale, was on the bridge by noon.",
    ),
    "a third says whose, who is a doctor too": (
        "“{}”, Ruth Vale said.",
        "“{}”, the treasurer said.",
        "The treasurer, Dr. Vale, was on the bridge by noon.",
    ),
    "a third says whose, and three speak": (
        "“{}”, Vale said.",
        "“{}”, the first lady said.",
        "“{}”, said Ruth Vale, the first lady.",
    ),
    # Fifty cases written before they were tried: of the first thirty 24 were told rightly, of twenty more 15.
    "Ukrainian and Russian spelling": ("“{}”, said Oleksandr Hrytsenko.", "“{}”, said Alexander Gritsenko."),
    "Arabic article joined": ("“{}”, said Omar Elsayed.", "“{}”, said Omar El Sayed."),
    "ibn/bin": ("“{}”, said Khalid bin Rashid.", "“{}”, said Khaled ibn Rashid."),
    "ss for ß and ue for ü": ("“{}”, said Jürgen Großmann.", "“{}”, said Juergen Grossmann."),
    "Polish l": ("“{}”, said Paweł Złotnicki.", "“{}”, said Pawel Zlotnicki."),
    "two surnames, one printed": ("“{}”, said María Ortega Ruiz.", "“{}”, said María Ortega."),
    "married name hyphenated": ("“{}”, said Clara Benning-Holt.", "“{}”, said Clara Benning."),
    "married name in the middle": ("“{}”, said Anna Prior Holm.", "“{}”, said Anna Holm."),
    "middle name only in one": ("“{}”, said James Everett Pike.", "“{}”, said James Pike."),
    "goes by the middle name initial": ("“{}”, said J. Everett Pike.", "“{}”, said Everett Pike."),
    "initials": ("“{}”, said T. J. Marlow.", "“{}”, said T.J. Marlow."),
    "short form Liz": ("“{}”, said Elizabeth Warden.", "“{}”, said Liz Warden."),
    "surname only, three articles": (
        "“{}”, Hollis said.",
        "“{}”, said Gen. Mark Hollis.",
        "“{}”, said Mark Hollis.",
    ),
    "pope": ("“{}”, Pope Clement said.", "“{}”, said Pope Clement XV."),
    "chief executive / CEO": (
        "“{}”, said Dana Moss, the chief executive of Halvor.",
        "“{}”, said the Halvor CEO.",
    ),
    "spokeswoman of a body by role": (
        "“{}”, said Kim Larue, a spokeswoman for the harbour police.",
        "“{}”, the spokeswoman said.",
    ),
    "body with the and abbreviation": (
        "“{}”, the World Fisheries Council said.",
        "“{}”, the World Fisheries Council (WFC) said.",
    ),
    "Jr. printed and not": ("“{}”, said Martin Aske Jr.", "“{}”, said Martin Aske."),
    "Chinese given name split": ("“{}”, said Zhang Wei-ming.", "“{}”, said Zhang Weiming."),
    "a queen by her office": ("“{}”, said Queen Ragnhild.", "“{}”, the queen said."),
    "Greek g": ("“{}”, said Giorgos Papadakis.", "“{}”, said Yiorgos Papadakis."),
    "Cyrillic kh": ("“{}”, said Mikhail Khodorin.", "“{}”, said Mikhael Khodorin."),
    "vowel doubled": ("“{}”, said Nadeem Rasool.", "“{}”, said Nadim Rasul."),
    "van capital": ("“{}”, said Pieter Van der Horst.", "“{}”, said Pieter van der Horst."),
    "de left out": ("“{}”, said Luis de Almeida.", "“{}”, said Luis Almeida."),
    "Mc space": ("“{}”, said Sean McAllen.", "“{}”, said Sean Mc Allen."),
    "O without apostrophe": ("“{}”, said Nora O'Malen.", "“{}”, said Nora OMalen."),
    "nickname in quotes": ("“{}”, said Robert “Buzz” Tolland.", "“{}”, said Robert Tolland."),
    "dame": ("“{}”, said Dame Judith Arlow.", "“{}”, said Judith Arlow."),
    "secretary general": ("“{}”, said Secretary-General Ines Moura.", "“{}”, the secretary general said."),
    "prosecutor apposed": (
        "“{}”, said Hugo Lenz, the chief prosecutor of Lund.",
        "“{}”, the chief prosecutor said.",
    ),
    "Lady": ("“{}”, said Lady Arlow.", "“{}”, said Judith Arlow."),
    "coach": ("“{}”, coach Bo Lind said.", "“{}”, the coach said."),
    "former president": ("“{}”, said former President Ada Crane.", "“{}”, the former president said."),
    "ministry for": ("“{}”, the Ministry of Health said.", "“{}”, the health ministry said."),
}

APART = {
    # (texts, whether that is a dispute)
    "two names": (("“{}”, said Ruth Vale.", "“{}”, said Tom Berg."), True),
    "one surname": (("“{}”, said Ruth Vale.", "“{}”, said Thomas Vale."), True),
    "one surname, and two titles": (("“{}”, said Mr. Vale.", "“{}”, said Mrs. Vale."), True),
    "the governors of two states": (
        ("“{}”, said Ohio Gov. Ruth Vale.", "“{}”, said the governor of Iowa."),
        False,
    ),
    "former and present": (
        ("“{}”, said former governor Ruth Vale.", "“{}”, the governor said."),
        False,
    ),
    "a deputy": (("“{}”, said Deputy Mayor Ruth Vale.", "“{}”, the mayor said."), False),
    "a role of another of the name": (
        ("“{}”, Ruth Vale said.", "“{}”, the treasurer said.", "The treasurer, Dr. Ann Vale, was there."),
        False,
    ),
    "a deputy, and nobody is named": (("“{}”, the deputy mayor said.", "“{}”, the mayor said."), False),
    "former and present, and nobody is named": (
        ("“{}”, said a former mayor.", "“{}”, Lund’s mayor said."),
        False,
    ),
    "two ministers": (("“{}”, said Norway’s foreign minister.", "“{}”, the prime minister said."), False),
    "mayors of two places": (("“{}”, said the mayor of Lund.", "“{}”, said the mayor of Aas."), False),
    "who speaks for one": (("“{}”, said a spokesman for the mayor.", "“{}”, the mayor said."), False),
    "another role": (("“{}”, said Ruth Vale, the treasurer.", "“{}”, the mayor said."), False),
    "a role that nobody is said to hold": (("“{}”, said Ruth Vale.", "“{}”, the mayor said."), False),
    "a role of two": (
        ("“{}”, said Ohio Gov. Ruth Vale.", "“{}”, said Iowa Gov. Tom Berg.", "“{}”, the governor said."),
        True,
    ),
    "nobody in particular": (("“{}”, Gov. Ruth Vale said.", "“{}”, a former governor said."), False),
    "a body": (("“{}”, Gov. Ruth Vale said.", "“{}”, the ministry said."), False),
    "a father and his son": (("“{}”, said Carl Aas Sr.", "“{}”, said Carl Aas Jr."), True),
    "a man's name and a woman's": (("“{}”, said Daniel Moreno.", "“{}”, said Daniela Moreno."), True),
    "who met one": (("“{}”, said Tom Berg, who met the mayor.", "“{}”, the mayor said."), False),
    "whose spouse": (("“{}”, said Mayor Tom Berg.", "“{}”, said the mayor's wife."), False),
    "presidents of two clubs": (
        ("“{}”, said Ruth Vale, president of the Lund club.", "“{}”, said the president of the Aas club."),
        False,
    ),
    "names alike": (("“{}”, said Ruth Vale.", "“{}”, said Ruth Dale."), True),
    "sisters": (("“{}”, said Ruth Vale.", "“{}”, said Rita Vale."), True),
    "brothers with initials": (("“{}”, said A. Vale.", "“{}”, said B. Vale."), True),
    "husband and wife": (("“{}”, said Peter Holm.", "“{}”, said Anna Prior Holm."), True),
    "mayors named": (("“{}”, said Mayor Lena Ost of Aby.", "“{}”, said Mayor Tor Ost of Brin."), True),
    "a minister and his deputy named": (
        ("“{}”, said Finance Minister Carl Brandt.", "“{}”, said the deputy finance minister."),
        False,
    ),
    "alike by one letter short": (("“{}”, said Tom Berg.", "“{}”, said Tom Borg."), True),
    "second surname differs": (("“{}”, said María Ortega Ruiz.", "“{}”, said María Ortega Blanco."), True),
    "alike names of two genders": (("“{}”, said Olivier Marchand.", "“{}”, said Olivia Marchand."), True),
    "body and its rival": (("“{}”, the harbour police said.", "“{}”, the harbour union said."), False),
    "president of state and firm": (
        ("“{}”, said President Ada Crane.", "“{}”, said the president of the company."),
        False,
    ),
    "same given name": (("“{}”, said Ada Crane.", "“{}”, said Ada Brandt."), True),
    "former and sitting": (("“{}”, said former Mayor Ada Crane.", "“{}”, said Mayor Lo Brandt."), True),
    "ministries": (("“{}”, the health ministry said.", "“{}”, the finance ministry said."), False),
    "names that begin otherwise": (("“{}”, said Tom Garden.", "“{}”, said Tom Harden."), True),
    "short forms and names that begin otherwise": (
        ("“{}”, said Bill Garden.", "“{}”, said William Harden."),
        True,
    ),
    "another given name of one origin": (("“{}”, said Oleh Hradov.", "“{}”, said Ihor Hradov."), True),
    "ministries of one initial": (
        ("“{}”, the Marine Fisheries Council said.", "“{}”, the World Fisheries Council said."),
        False,
    ),
    "the president of a thing": (
        ("“{}”, said President Ruth Vale.", "“{}”, said the president of the club."),
        False,
    ),
}


def documents(texts):
    return [parse(text.format(WORDS), id=str(n)) for n, text in enumerate(texts)]


def shared(texts):
    """The statement that all texts with the words have."""
    (statement,) = compare(documents(texts)).shared
    assert statement == next(s for s in compare_many(documents(texts)) if len(s.variants) > 1)
    return statement


@pytest.mark.parametrize("texts", ONE.values(), ids=ONE)
def test_one_person_is_one_speaker(texts):
    statement = shared(texts)
    assert (len(statement.speakers), statement.disputed) == (1, False)


@pytest.mark.parametrize(("texts", "disputed"), APART.values(), ids=APART)
def test_two_people_are_two_speakers(texts, disputed):
    statement = shared(texts)
    assert len(statement.speakers) > 1
    assert statement.disputed is disputed


@pytest.mark.parametrize("row", language("en").rows("short_names"), ids=lambda row: row.words[0])
def test_a_short_form_is_one_name_with_the_others_by_its_row(row):
    english = language("en")
    less = english.without("short_names", row)
    full, *others = row.example.split(" / ")
    assert all(one_person(full, short, english) for short in others)
    assert not all(one_person(full, short, less) for short in others)
