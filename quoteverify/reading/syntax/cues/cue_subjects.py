"""The subject of a verb that reports: its own, before or behind it, or one shared with a verb before."""

from quoteverify.reading.syntax.clause_subjects import first_subject, opens_subordinate, subjects
from quoteverify.reading.syntax.cues.report import CuedReport, CueKind
from quoteverify.reading.syntax.mentions import Mention, MentionKind, mention_of, with_apposition
from quoteverify.reading.syntax.phrases import Phrase, phrase_starting
from quoteverify.reading.syntax.sentences import Sentence
from quoteverify.reading.syntax.subjects import opens_relative_clause, own_subject, subject_after
from quoteverify.reading.syntax.tokens import DASHES, EDGE, NAME, PUNCT, QUOTE, WORD
from quoteverify.reading.syntax.verbs import before_verb_group, is_verb
from quoteverify.reading.syntax.word_classes import (
    ADDITIVE,
    AUXILIARY,
    BE,
    BODY,
    CUE_NOUN,
    DATING,
    FURNITURE,
    INVERTING,
    ISSUING,
    NEVER_INVERTED,
    OBJECT_PRONOUN,
    PERSON,
    POSSESSIVE,
    PREPOSITION,
    PRESENT_PARTICIPLE,
    PRONOUN,
    RELATIVE,
)


def subject_of(sentence: Sentence, i: int, earlier: list[CuedReport]) -> tuple[Mention | None, bool]:
    """The subject of a verb, and whether it is its own and not shared with a verb before."""
    own = own_subject(sentence, i)
    own = own or subject_after(sentence, i)
    if own is not None:
        return _issuer(sentence, own) or own, True
    return (shared_subject(sentence, i, earlier) if before_verb_group(sentence, i) >= 0 else None), False


def _issuer(sentence: Sentence, text: Mention) -> Mention | None:
    """Whose a text is of which a clause tells: "Vale released *a statement* that said"."""
    words = sentence.tokens[text.first : text.last + 1]
    if text.name_span is not None or not words[-1].classes & CUE_NOUN:
        return None
    verb = next((k for k in (text.first - 1, text.first - 2) if sentence.at(k).classes & ISSUING), None)
    if verb is None or not opens_relative_clause(sentence, text.last + 1):
        return None
    if sentence.at(verb - 1).classes & BE and not sentence.tokens[verb].classes & PRESENT_PARTICIPLE:
        return None  # "was sent a letter that said"
    author = own_subject(sentence, verb)
    may_write = author and (may_speak(sentence, author) or sentence.grammar.is_body(author.head))
    return author if may_write else None


def shared_subject(sentence: Sentence, i: int, earlier: list[CuedReport]) -> Mention | None:
    """The subject that a verb without one shares: of the report before it, or of the sentence."""
    main = _main_subject(sentence, i, earlier)
    if main is not None:
        return main
    for report in reversed(earlier):
        if report.kind not in (CueKind.NOUN, CueKind.SOURCE):
            return _past_insertion(sentence, i, report) or report.mention
    return first_subject(sentence, i) or _somebody_first(sentence, i)


def _main_subject(sentence: Sentence, i: int, earlier: list[CuedReport]) -> Mention | None:
    """Who does something behind the clause that opens a sentence: "As Vale spoke, *Aas* left, saying"."""
    if not earlier or not opens_subordinate(sentence.tokens):
        return None
    for mention, subordinate in subjects(sentence, i):
        if not subordinate and sentence.at(mention.first - 1).text == ",":
            return mention if earlier[-1].end < mention.first and may_act(sentence, mention) else None
    return None


def may_act(sentence: Sentence, mention: Mention) -> bool:
    """Whether a mention is of somebody, or of a body."""
    return may_speak(sentence, mention) or sentence.grammar.is_body(mention.head)


def following_subject(sentence: Sentence, i: int) -> Mention | None:
    """The subject of a participle that opens a sentence: "Calling it “a ruin”, Ruth Vale left."."""
    tokens = sentence.tokens
    if i > 1 or any(t.kind != WORD for t in tokens[:i]):
        return None
    for mention, subordinate in subjects(sentence, len(tokens)):
        before = sentence.at(mention.first - 1)
        if mention.first > i and not subordinate and (before.text == "," or before.kind == QUOTE):
            return mention
    return None


def _somebody_first(sentence: Sentence, i: int) -> Mention | None:
    """Somebody who opens a sentence whose verb is not known: "A man on a scooter rides up, shouting"."""
    phrase = phrase_starting(sentence, 0)
    if phrase is None or phrase.last >= i:
        return None
    mention = mention_of(sentence, phrase)
    lone = phrase.first == phrase.last and sentence.at(1).classes & PREPOSITION  # "Tears on her cheeks"
    return mention if may_speak(sentence, mention) and not lone else None


def _past_insertion(sentence: Sentence, i: int, report: CuedReport) -> Mention | None:
    """The subject behind a report between commas: "At noon, she told the court, Vale woke and said"."""
    opens = report.start == 0 and report.kind == CueKind.SOURCE
    if not opens and sentence.at(report.start - 1).text != ",":
        return None
    for mention, subordinate in subjects(sentence, i):
        goes_on = mention.first > report.end and sentence.at(mention.first - 1).text == ","
        if goes_on and not subordinate and may_speak(sentence, mention):
            return mention
    return None


def may_speak(sentence: Sentence, mention: Mention) -> bool:
    """Whether a mention is of somebody: by name, by a pronoun, or by what people are."""
    return mention.kind != MentionKind.NOMINAL or sentence.grammar.is_person(mention.head)


def inverted_subject(sentence: Sentence, i: int, last: int | None = None) -> Mention | None:
    """The subject after a verb that follows a quotation: “...,” said Ruth Vale.

    Args:
        sentence: The sentence.
        i: The index of the verb.
        last: The index of the last word that belongs to it, if any does: “...,” chimed *in* Ruth Vale.
    """
    before = sentence.at(i - 1)
    if not _may_follow(sentence, i):
        return None
    named = phrase_starting(sentence, _past_hearer(sentence, (i if last is None else last) + 1))
    if named is None:
        return None
    mention = mention_of(sentence, named)
    behind_words = before.text == "," and sentence.at(i - 2).kind != QUOTE
    if behind_words and (not _closes_clause(sentence, mention) or _has_its_own(sentence, i, mention)):
        return None
    if _begins_a_clause(sentence, i, mention) or _is_nobody(sentence, i, named):
        return None
    return with_apposition(sentence, mention)


def _has_its_own(sentence: Sentence, i: int, mention: Mention) -> bool:
    """Whether a verb behind a comma has its subject before that, and not the mention that follows.

    "The pilot, Ruth Vale, put it so" or "denied the claim": the comma is that of her own description. Or of
    what stands between, where a quotation says what another did: "Ruth Vale, for example, said Aas “hid”".
    """
    own = own_subject(sentence, i)
    somebody = mention.kind == MentionKind.NAME or sentence.grammar.classes_of(mention.head) & (PERSON | BODY)
    if own is None or not somebody:
        return own is not None
    return may_act(sentence, own) and sentence.at(mention.last + 1).kind == QUOTE


def _begins_a_clause(sentence: Sentence, verb: int, mention: Mention) -> bool:
    """Whether what follows a verb is what is said, with a verb of its own: “...”, said *she would* sail."""
    after = mention.last + 1
    if after >= len(sentence.tokens) or not is_verb(sentence, after):
        return False
    if mention.kind != MentionKind.NOMINAL or sentence.tokens[after].classes & AUXILIARY:
        return True
    # "said the pilot rescued on Monday" has a participle behind what a noun names
    own = own_subject(sentence, verb)
    return own is not None and own.kind == MentionKind.NAME


def _is_nobody(sentence: Sentence, verb: int, named: Phrase) -> bool:
    """Whether what follows a verb is not who says it: “...”, said *last week*; said *this*."""
    head = sentence.tokens[named.head]
    if named.first == named.last and head.kind != NAME and head.classes & (DATING | NEVER_INVERTED):
        return True
    titled = sentence.at(verb - 1).kind == EDGE and sentence.tokens[verb].kind == NAME
    printed = head.classes & sentence.tokens[verb].classes & FURNITURE  # READ MORE: Port “a ruin”
    return titled and (bool(printed) or mention_of(sentence, named).kind != MentionKind.NAME)


def _past_hearer(sentence: Sentence, i: int) -> int:
    """Where a subject begins, past a pronoun that stands before it where verbs come second: told him Vale."""
    if not sentence.grammar.syntax.verb_second:
        return i
    classes = sentence.at(i).classes
    return i + bool(classes & OBJECT_PRONOUN and not classes & (PRONOUN | POSSESSIVE))


def _may_follow(sentence: Sentence, i: int) -> bool:
    """Whether a verb's subject may follow it, by what stands before: “...,” said / so said."""
    before = sentence.at(i - 1)
    if before.text in DASHES:
        return sentence.at(i - 2).kind == QUOTE
    return before.kind in (EDGE, QUOTE) or before.text == "," or bool(before.classes & INVERTING)


def _closes_clause(sentence: Sentence, mention: Mention) -> bool:
    """Whether a clause can end after a mention: “..., said Ruth Vale.” and not “..., said Ruth Vale was”."""
    after = sentence.at(mention.last + 1)
    if after.classes & ADDITIVE and _acts_with_another(sentence, mention.last + 2):
        return False  # "..., said Ruth Vale and the board were late"
    return after.kind in (EDGE, QUOTE, PUNCT) or bool(after.classes & (PREPOSITION | RELATIVE | ADDITIVE))


def _acts_with_another(sentence: Sentence, i: int) -> bool:
    """Whether a verb follows what is joined to a mention, before any point or preposition."""
    while sentence.at(i).kind not in (EDGE, PUNCT) and not sentence.at(i).classes & PREPOSITION:
        if is_verb(sentence, i):
            return True
        i += 1
    return False
