import pytest
from shown import speakers_in

CASES = {
    "a spokesman for a firm is he": (
        "Tom Vale left. A spokesman for Aas Ferries said the firm was late. “We sail,” he said.",
        ["A spokesman for Aas Ferries"],
    ),
    "a spokesman for a man with a title, who has spoken": (
        "Mr Vale’s spokesman said the port was late. Asked why, he said: “It rained.”",
        ["Mr Vale’s spokesman"],
    ),
    "a son of his, who has spoken": (
        "Mr Vale’s son said the port was late. “It rained,” he said.",
        ["Mr Vale’s son"],
    ),
    "a son of his, who has not": ("Mr Vale’s son left the port. “It rained,” he said.", ["Vale"]),
    "kin of hers, whose sentence has her all over": (
        "Her son, the pianist Bo Vale, said that she had sung to nurses from her bed in her last days.\n\n"
        "“She sang,” he said. “She did, too.”\n\nShe is survived by Bo and by her niece.",
        ["Bo Vale"],
    ),
    "kin by a name, with what they do": (
        "Tom Vale was calm.\n\nVale’s father, Bo, a pilot from Aas, had taken the day off to watch. "
        "“I was up,” he said.",
        ["Bo"],
    ),
    "whose boss she is by name": (
        "Simon Lind declined to comment. Vale’s boss, Kim Aas, 49, was happy to. “We sail,” she said.",
        ["Kim Aas"],
    ),
    "a spokesman in a second clause adds something": (
        "Tom Vale was silent, but a spokesman said: “He stands by it.” He added: “It is late.”",
        ["a spokesman", "a spokesman"],
    ),
    "the spokesman who is known may not": (
        "Tom Vale was silent, but the spokesman said: “He stands by it.” He added: “It is late.”",
        ["the spokesman", "Tom Vale"],
    ),
    "who is told of in a second clause does not": (
        "Ruth Vale was ill when a woman was found. She added: “It is late.”",
        ["Ruth Vale"],
    ),
    "who speaks for somebody is he": (
        "Tom Aas, a pilot, was late. Ruth Vale declined to comment through a spokesman. “No,” he said.",
        ["a spokesman"],
    ),
    "who spoke for somebody some time before is not he": (
        "Ruth Vale declined to comment through a spokesman. Tom Aas, a pilot, was late. “No,” he said.",
        ["Tom Aas"],
    ),
    "her husband, at the start of a sentence": (
        "Ann Vale opens. Her husband, the poet Bo Berg, died. She slept. “I swim,” she says.",
        ["Ann Vale"],
    ),
    "a farmer who says something of himself": (
        "Tom Vale came to Aas. “We sail,” he said.\n\nA farmer who gave no name said he had sold a boat. "
        "“It rains,” he said.",
        ["Tom Vale", "A farmer"],
    ),
    "not one who says something of another": (
        "Tom Vale came to Aas. A farmer said Tom Vale and he had sold a boat. “It rains,” he said.",
        ["Tom Vale"],
    ),
    "a role right before, who gave no name": (
        "Ada Vale came to Aas. The woman at the pier had no time. “We sail,” she said.",
        ["The woman at the pier"],
    ),
    "a role that hides nobody": (
        "Tom Vale came. The crew cheered. The candidate had no plan, though he said it was “late”.",
        ["Tom Vale"],
    ),
    "a role hides the names before it": (
        "Tom Vale sat down. A policeman came in. “Anything?” he asked.",
        ["A policeman"],
    ),
    "kin of somebody named hides the name": (
        "Tom Aas’s mother wept. “We sail,” she said.",
        ["Tom Aas’s mother"],
    ),
    "kin of somebody is told behind it too": (
        "The daughter of Ove Vale sold it. “We sail,” she said.",
        ["The daughter of Ove Vale"],
    ),
    "kin of her who speaks does not": (
        "Ms. Ruth Vale’s mother wept. “We sail,” she said.",
        ["Ruth Vale"],
    ),
    "kin with a name has it": (
        "Tom Aas’s sister, Inga Aas, wept. “We sail,” she said.",
        ["Inga Aas"],
    ),
}


@pytest.mark.parametrize(("text", "names"), CASES.values(), ids=CASES)
def test_a_pronoun_means_who_came_in_without_a_name(text, names):
    assert speakers_in(text) == names


# A pronoun behind a subject with a possessive and a role; who is meant, None where nobody surely is.
OWNERS = [
    ("Tom Vale sent his lawyer, Ada Aas. “We sail,” she said.", "Ada Aas"),
    ("Tom Vale sent his lawyer. “We sail,” she said.", None),
    ("Ada Aas called her agent, Bo Berg. “We sail,” he said.", "Bo Berg"),
    ("Ada Aas met her husband at the quay. “We sail,” he said.", None),
    ("Ada Aas met her husband at the quay. “We sail,” she said.", "Ada Aas"),
    ("Bo Berg came. Ada Aas called his lawyer. “We sail,” she said.", "Ada Aas"),
    ("Tom Vale kissed his wife and left. “We sail,” he said.", "Tom Vale"),
    ("Tom Vale told her that it was late. “We sail,” he said.", "Tom Vale"),
    ("Ruth Vale thanked her team. “We sail,” she said.", "Ruth Vale"),
    ("Ruth Vale sued Ada Aas, accusing her of a lie. “It is mine,” she said.", "Ruth Vale"),
    ("Tom Vale sued, accusing her of a lie. Ada Aas ate. “It is mine,” she said.", "Ada Aas"),
    ("Ruth Vale and Tom Aas spoke. “We are safe,” she said.", None),
    ("Mrs. Ruth Vale and her sister Ada spoke. “We are safe,” she said.", None),
    ("Mrs. Ruth Vale ate and so did Ms. Ada Aas. “We are safe,” she said.", "Ruth Vale"),
    ("Mrs. Ruth Vale and others behind Ms. Ada Aas spoke. “We are safe,” she said.", "Ruth Vale"),
    ("Mrs. Ruth Vale and her brother Tom spoke. “We are safe,” she said.", "Ruth Vale"),
    ("Mayor Ruth Vale and Sheriff Tom Aas spoke. “We are safe,” he said.", None),
    ("Ruth Vale and her husband, Tom Aas, spoke. “We are safe,” she said.", "Ruth Vale"),
    ("Ruth Vale and Mr. Tom Aas spoke. “We are safe,” she said.", "Ruth Vale"),
    ("Tom Vale left. His wife laughed. “No,” she said.", "His wife"),
    ("Tom Vale left. His wife laughed. “No,” he said.", "Tom Vale"),
    ("Tom Vale left.\n\nHis spokeswoman stayed. “It was late,” she said.", "His spokeswoman"),
    ("Ruth Vale left. Her lawyer wept. “No,” he said.", "Her lawyer"),
    ("Ruth Vale left, but her son stayed. “It was late,” he said.", "her son"),
    ("Kamala Vale was ill when her mother left. She wrote: “I was twelve.”", "Kamala Vale"),
    ("Inspector Bo Berg came. Ruth Vale left. Her brother wept. “It was late,” he said.", "Her brother"),
    ("Tom Vale’s lawyer laughed. “No,” she said.", "Tom Vale’s lawyer"),
    ("Tom Vale left. The wife of Tom Vale laughed. “No,” she said.", "The wife of Tom Vale"),
    ("Tom Vale left. A lawyer for Tom Vale laughed. “No,” she said.", "A lawyer for Tom Vale"),
    ("A boy was hurt. His mother said he was brave. “He is fine,” she said.", "His mother"),
    ("Harriet Vale sat down. Her brother laughed. He left. “Yes,” he said.", "Her brother"),
]


@pytest.mark.parametrize(("text", "speaker"), OWNERS)
def test_whose_wife_somebody_is_is_not_she(text, speaker):
    assert speakers_in(text) == [speaker]
