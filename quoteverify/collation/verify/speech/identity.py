"""Whether a claimed speaker can be the one whom a source names.

A name is held against a name: whole, short, misspelt, of another of the family. What is no name, a role, a
pronoun, the label of a note, is nobody in particular: the same where the source calls its speaker so, and
uncertain otherwise, unless the source has it of another.
"""

from collections.abc import Callable
from enum import StrEnum

import attrs

from quoteverify.collation.verify.speech import bodies, others, people, roles
from quoteverify.collation.verify.speech.compared import Compared
from quoteverify.models import Document, Quote, Speaker, SpeakerKind
from quoteverify.text.language import LanguageProfile


class Identity(StrEnum):
    """How a claimed speaker stands to one whom a source names."""

    SAME = "same"
    UNCERTAIN = "uncertain"
    ANOTHER = "another"


@attrs.frozen
class IdentityRule:
    """One way in which a claimed speaker stands to a source's, with the name of the rule.

    Attributes:
        name: What the finding gives as its rule.
        identity: What follows.
        holds: When it does.
    """

    name: str
    identity: Identity
    holds: Callable[[Compared], bool]


def identity_of(
    claimed: Speaker,
    given: Speaker,
    document: Document,
    language: LanguageProfile,
    quote: Quote | None = None,
) -> IdentityRule:
    """The first rule that holds of a claimed speaker and one whom a source names.

    Args:
        claimed: The speaker as claimed.
        given: The speaker as the source names them.
        document: The source.
        language: The language of the names.
        quote: The quotation for which the source names its speaker; None in a transcript that nobody parsed.
    """
    compared = Compared(claimed, given, document, language, quote)
    return next(rule for rule in RULES if rule.holds(compared))


SAME, UNCERTAIN, ANOTHER = Identity

RULES: tuple[IdentityRule, ...] = (
    # Ruth Vale | Ruth Vale
    IdentityRule("name_in_source", SAME, people.is_same_text),
    # the treasurer | Tove Aker, the treasurer
    IdentityRule("described_so_in_source", SAME, lambda it: it.claims_nobody and roles.is_said_to_be(it)),
    # Ruth Vale's aunt | “My aunt told me, ‘We sail,’” said Ruth Vale.
    IdentityRule("described_so_in_source", SAME, roles.is_kin_of_the_cited),
    # the union | Ruth Vale, where the source has “the union sails. Its chairwoman, Ruth Vale”
    IdentityRule(
        "speaks_for_the_claimed",
        UNCERTAIN,
        lambda it: bodies.is_officer_of(it) and not others.is_shown_as_a_person(it),
    ),
    # the mayor | Ada Aas, where the mayor is Ines Tarr
    IdentityRule("role_of_another_in_source", ANOTHER, roles.is_said_of_another),
    # the mayor | “We sail,” the pilot told the mayor.
    IdentityRule("spoken_to_in_source", ANOTHER, roles.is_spoken_to),
    # the Port Board | a spokesman for the Port Board
    IdentityRule("speaks_for_the_claimed", UNCERTAIN, others.is_its_spokesperson),
    # Ruth Vale | Ruth Vale's lawyer
    IdentityRule("somebody_of_the_claimed", ANOTHER, roles.is_somebody_of),
    # Ruth Vale | Vale and her crew
    IdentityRule("name_in_source", SAME, people.is_with_his_own),
    # Ruth | a pilot, who asked to be called Ruth
    IdentityRule("name_in_source", SAME, lambda it: it.gives_nobody and people.goes_by_a_name_there(it)),
    # Ruth Vale | the crowd
    IdentityRule("several_people_in_source", ANOTHER, others.is_many),
    # Ruth Vale | the pilots Ruth Vale and Bo Berg
    IdentityRule("one_of_several_in_source", UNCERTAIN, people.is_one_of_several),
    # Ruth Vale | a crowd of pilots, among them Ruth Vale, “We sail”
    IdentityRule(
        "one_of_several_in_source",
        UNCERTAIN,
        lambda it: it.given.kind is SpeakerKind.GROUP and people.is_picked_out(it),
    ),
    # Ruth Vale | her uncle
    IdentityRule("kin_in_source", ANOTHER, others.is_kin_of_the_claimed),
    # Ruth Vale | a banner
    IdentityRule("printed_in_source", ANOTHER, others.is_something_printed),
    # Ruth Vale | “Where to?” asked the pilot. “Aas,” said Ruth Vale.
    IdentityRule("question_in_source", ANOTHER, others.is_asker),
    # the interviewer | RUTH VALE, of a transcript in which the interviewer has turns
    IdentityRule("another_turn_in_source", ANOTHER, others.is_another_turn),
    # Ruth Vale | A., of a transcript in which she has asked
    IdentityRule("another_turn_in_source", ANOTHER, others.is_of_the_turn_before),
    # the bishop | the pilot, Ruth Vale, where the source has a bishop too
    IdentityRule("role_of_another_in_source", ANOTHER, others.has_another_role),
    # the Harbour Board | the Harbour Board of Aas
    IdentityRule("fuller_name_of_a_body", SAME, bodies.is_the_same_body),
    # the WHO | the World Health Organization
    IdentityRule("initials_of_a_name", SAME, bodies.is_initials),
    # the Port Board | the Harbour Council
    IdentityRule("another_speaker_in_source", ANOTHER, bodies.are_other_bodies),
    # the Port of Aas | the Port of Vale
    IdentityRule("another_speaker_in_source", ANOTHER, bodies.is_of_another_place),
    # Ruth Vale | the letter of the Port Board
    IdentityRule("document_of_another", ANOTHER, bodies.is_document_of_another),
    # the brewery | the tannery
    IdentityRule("another_speaker_in_source", ANOTHER, bodies.are_other_descriptions),
    # the clinic | Abel Stroud, who sued the clinic
    IdentityRule("another_speaker_in_source", ANOTHER, bodies.is_a_body_without_tie),
    # a spokesman for the Port Board | Ruth Vale, who has no part in it
    IdentityRule("another_speaker_in_source", ANOTHER, bodies.speaks_for_another),
    # officials | Ruth Vale
    IdentityRule("claim_names_no_person", UNCERTAIN, lambda it: it.claims_nobody),
    # Ruth Vale | the letter from Ruth Vale
    IdentityRule("document_of_the_claimed", SAME, bodies.is_its_document),
    # Ruth Vale | Ruth Vale King's Counsel
    IdentityRule("name_in_source", SAME, people.is_before_a_rank),
    # Tove Aker | the treasurer, and Tove Aker is it
    IdentityRule("holds_the_role_in_source", SAME, lambda it: it.gives_nobody and roles.is_the_holder(it)),
    # Norrland | the bank, and the source has “the banking giant Norrland”
    IdentityRule(
        "holds_the_role_in_source", SAME, lambda it: it.gives_nobody and bodies.is_the_body_so_called(it)
    ),
    # Ines Tarr, the mayor | the treasurer, and Tove Aker is it
    IdentityRule("role_of_another_in_source", ANOTHER, lambda it: it.gives_nobody and roles.is_no_holder(it)),
    # Mrs Vale | the boy
    IdentityRule(
        "title_does_not_fit", ANOTHER, lambda it: it.gives_nobody and people.is_described_as_the_other(it)
    ),
    # Ruth Vale | a voter, who comes in after her
    IdentityRule(
        "another_speaker_in_source", ANOTHER, lambda it: it.gives_nobody and others.is_new_to_the_source(it)
    ),
    # Ruth Vale | the Port Board, and Ruth Vale speaks elsewhere
    IdentityRule("another_speaker_in_source", ANOTHER, bodies.is_another_speaker),
    # Tove Aker | the treasurer
    IdentityRule("source_names_no_person", UNCERTAIN, lambda it: it.gives_nobody),
    # Ruth Vale | the Aas Times
    IdentityRule("printed_in_source", ANOTHER, bodies.is_a_paper),
    # Ruth Vale | the Port of Aas, through its spokeswoman, Ruth Vale
    IdentityRule("speaks_for_the_source", UNCERTAIN, bodies.has_for_a_speaker),
    # Ruth Vale | the Port Board
    IdentityRule(
        "source_names_a_body",
        UNCERTAIN,
        lambda it: it.given.kind is SpeakerKind.BODY and not bodies.fits(it),
    ),
    # Mr Vale | Ms Vale
    IdentityRule("title_does_not_fit", ANOTHER, people.has_a_title_of_the_other),
    # Vale | Ruth Vale, and Tom Vale is there too
    IdentityRule("surname_of_several", UNCERTAIN, people.is_of_one_surname_with_others),
    # Vale | Ruth Vale
    IdentityRule("name_in_source", SAME, bodies.fits),
    # Ruth Vale | House Speaker Ruth Vale
    IdentityRule("name_in_source", SAME, people.is_printed_so),
    # the Port Board's Ruth Vale | Ruth Vale
    IdentityRule("name_in_source", SAME, people.is_behind_a_role),
    # Mr. Vale of the Port Board | Tom Vale
    IdentityRule("name_in_source", SAME, people.is_with_a_place),
    # Sir Rufus | the Speaker, Sir Rufus Vale
    IdentityRule("part_of_a_name", UNCERTAIN, people.is_named_in_part),
    # Ruth Vale | Vale, who is Tom Vale if not she
    IdentityRule("surname_of_several", UNCERTAIN, people.is_of_a_shared_surname),
    # Tug Vale | Thomas “Tug” Vale
    IdentityRule("part_of_a_name", UNCERTAIN, people.is_part_of_name),
    # Chuck Vale | Charles Vale
    IdentityRule("short_form_of_a_name", UNCERTAIN, people.is_short_for),
    # Ruth Vail | Ruth Vale
    IdentityRule("name_spelt_otherwise", UNCERTAIN, people.is_nearly),
    # Ruth Vale | Ada Aas. She met Ruth Vale. “We sail,” she said.
    IdentityRule("nearer_to_the_pronoun", UNCERTAIN, people.is_nearer),
    # the Port Board | Ruth Vale, a spokeswoman for the Port Board
    IdentityRule("speaks_for_the_claimed", UNCERTAIN, bodies.speaks_for),
    # Norrland | Chief executive Ruth Vale, in a report of Norrland Group
    IdentityRule(
        "speaks_for_the_claimed",
        UNCERTAIN,
        lambda it: bodies.is_officer_of_the_lead(it) and not others.is_shown_as_a_person(it),
    ),
    # Ruth Aas | Ruth Vale, formerly Aas
    IdentityRule("other_name_in_source", UNCERTAIN, people.goes_by_another_name),
    # Bo Berg | Ruth Vale
    IdentityRule("another_speaker_in_source", ANOTHER, lambda it: True),
)
"""In order: the first that holds decides. Each example: who is claimed, and whom the source names."""
