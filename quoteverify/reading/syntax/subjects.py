"""Whose subject a verb has: before it, past adverbs, auxiliaries and what stands between commas."""

from collections.abc import Iterator

from quoteverify.reading.syntax.mentions import (
    Mention,
    MentionKind,
    crowd_ending,
    mention_of,
    pronoun_at,
    with_apposition,
)
from quoteverify.reading.syntax.phrases import Phrase, phrase_ending, phrase_starting, phrases_in
from quoteverify.reading.syntax.sentences import Sentence
from quoteverify.reading.syntax.tokens import DASHES, NAME, NO_TOKEN, NUMBER, PUNCT, QUOTE, WORD, Token
from quoteverify.reading.syntax.verbs import before_verb_group, is_verb
from quoteverify.reading.syntax.word_classes import (
    ADDITIVE,
    ADJUNCT,
    ADVERB,
    BODY,
    CALENDAR,
    CAUSING,
    CLOSED,
    COMPLEMENTISER,
    CONJUNCTION,
    CUE,
    DETERMINER,
    FEMININE,
    FEMININE_OBLIQUE,
    GENITIVE,
    INFINITIVE_MARKER,
    OBJECT_PRONOUN,
    OBLIQUE,
    PERSON,
    PLACE,
    PLURAL,
    POSSESSIVE,
    PREPOSITION,
    PRESENT_PARTICIPLE,
    PRONOUN,
    RELATIVE,
    RELATIVISER,
    SEQUENCER,
    SUBORDINATING_PREPOSITION,
)

_LONGEST_ADJUNCT = 20  # tokens: "a source speaking to the paper on condition of anonymity said"
_APPOSITIONS = 3  # descriptions after a name, each behind a comma: a guard against an endless list
_LONGEST_PARENTHESIS = 45  # tokens: a guard against a comma at each word, of which each could open one
_LONGEST_BRACKET = 12  # tokens: brackets in a parenthesis hold an age, a party, a town
_STATEMENT = (
    40  # code points, marks and all: a longer quotation is what was said, and no part of a parenthesis
)
_OPENING = ("(", "[")
_CLOSING = (")", "]")


def own_subject(sentence: Sentence, i: int) -> Mention | None:
    """The subject that stands before a verb and belongs to it alone."""
    j = before_verb_group(sentence, i)
    before = sentence.at(j)
    if before.classes & (RELATIVE | COMPLEMENTISER):
        antecedent = _antecedent(sentence, j)
        if antecedent is not None or before.classes & RELATIVE:
            return antecedent
    if before.text in _CLOSING:
        return _before_bracket(sentence, j)
    if before.text == "," or before.text in DASHES or _closes_parenthesis(sentence, before):
        return _before_stray_comma(sentence, j) or _before_parenthesis(sentence, j)
    if sentence.grammar.syntax.verb_last:
        return _first_of_clause(sentence, i)
    if before.classes & INFINITIVE_MARKER:
        return _brought_to(sentence, j)
    return _right_before(sentence, i, j)


def _right_before(sentence: Sentence, i: int, j: int) -> Mention | None:
    """The subject that ends right before a verb and what belongs to it."""
    before = sentence.at(j)
    crowd = crowd_ending(sentence, j)
    if crowd is not None:
        return crowd
    phrase = None if before.classes & SEQUENCER else phrase_ending(sentence, j) or _of_owner(sentence, j)
    if phrase is None or _is_governed(sentence, phrase.first):
        phrase = _past_relative_clause(sentence, j) or phrase
    if phrase is None:
        return None
    subject = _described_by(sentence, phrase, i) or _past_adjunct(sentence, phrase)
    return mention_of(sentence, _with_those_before(sentence, subject) or subject)


def _of_owner(sentence: Sentence, last: int) -> Phrase | None:
    """Who is told to be of somebody by a pronoun: "*a friend of his* said"."""
    owner = sentence.at(last).classes
    if not owner & CLOSED or owner & (DETERMINER | OBJECT_PRONOUN | PRONOUN):
        return None
    friend = phrase_ending(sentence, last - 2) if sentence.at(last - 1).classes & GENITIVE else None
    if friend is None or not sentence.tokens[friend.head].classes & PERSON:
        return None
    return friend._replace(last=last)


def _with_those_before(sentence: Sentence, phrase: Phrase) -> Phrase | None:
    """The phrase with what it is joined to: "The mayor and *her husband*", "Staff at Aas and *the zoo*".

    None where that is no subject: "In talks between Aas *and the port*".
    """
    tokens, head = sentence.tokens, phrase.head
    one = tokens[head]
    if not sentence.at(phrase.first - 1).classes & ADDITIVE or one.classes & PRONOUN:
        return phrase
    left = phrase_ending(sentence, phrase.first - 2)
    if left is None:
        return phrase
    if left.head < left.last and not one.classes & PERSON and (one.kind != NAME or one.classes & BODY):
        head = left.head  # "a spokesman for Aas and the Port Council"
    while sentence.at(left.first - 1).classes & PREPOSITION:
        left = phrase_ending(sentence, left.first - 2)
        if left is None:
            return None
        head = left.head
    joined = Phrase(left.first, head, phrase.last)
    somebody = tokens[left.head].kind == NAME or tokens[left.head].classes & (PERSON | BODY | PRONOUN)
    return joined if somebody and heads_clause(sentence, left.first) else phrase


def _brought_to(sentence: Sentence, marker: int) -> Mention | None:
    """Who is brought to do what an infinitive says: "The storm led Ruth Vale, a pilot, to suggest"."""
    before = marker - 1
    causes = sentence.at(before - 1).classes & CAUSING
    if causes and sentence.at(before).classes & OBJECT_PRONOUN:
        return pronoun_at(sentence, before, before)
    ends = [before]
    if sentence.at(before).text == ",":
        ends = [opening - 1 for opening in _openings(sentence, before)]
    for end in ends:
        phrase = phrase_ending(sentence, end)
        if phrase is not None and phrase.first and is_verb(sentence, phrase.first - 1):
            token = sentence.tokens[phrase.head]
            return mention_of(sentence, phrase) if token.kind == NAME or token.classes & PERSON else None
    return None


def _described_by(sentence: Sentence, phrase: Phrase, verb: int) -> Phrase | None:
    """Whom a phrase describes that no comma parts from its verb: "Ruth Vale, head of the port said"."""
    after = sentence.at(verb + 1)
    if after.text == "," and sentence.at(verb + 2).kind != QUOTE:
        return None  # "Vale, the mayor said, has left"
    for _ in range(_APPOSITIONS):
        if sentence.at(phrase.first - 1).text != "," or not _is_of_one(sentence, phrase):
            return None
        outer = phrase_ending(sentence, phrase.first - 2)
        if outer is None:
            return None
        if mention_of(sentence, outer).kind == MentionKind.NAME and not _is_of_one(sentence, outer):
            return outer if _may_be_described(sentence, outer) else None
        phrase = outer
    return None


def _may_be_described(sentence: Sentence, name: Phrase) -> bool:
    """Whether what follows a name's comma may describe it, as it heads the clause and describes nobody."""
    if not heads_clause(sentence, name.first) or _is_in_place(sentence, name.first):
        return False
    if not name.first:  # "Defending, Ruth Vale said"
        return name.last > 0 or not sentence.tokens[0].classes & PRESENT_PARTICIPLE
    named = phrase_ending(sentence, name.first - 2) if sentence.tokens[name.first - 1].text == "," else None
    # "Asked about the port's head, Ruth Vale, the mayor said"
    return named is None or not _is_of_one(sentence, named)


def _is_of_one(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a phrase describes one person, or a body: "a pilot", "head of the port"."""
    classes = sentence.tokens[phrase.head].classes
    return bool(classes & (PERSON | BODY)) and not classes & PLURAL


def _is_governed(sentence: Sentence, first: int) -> bool:
    """Whether a preposition, or a verb, stands before a phrase that begins here."""
    return bool(sentence.at(first - 1).classes & PREPOSITION) or (first > 0 and is_verb(sentence, first - 1))


def _past_relative_clause(sentence: Sentence, last: int) -> Phrase | None:
    """Whom a clause is about that ends before a verb: "a nurse at a clinic where four patients died said"."""
    acts = False
    for k in range(last, max(0, last - _LONGEST_ADJUNCT), -1):
        token = sentence.tokens[k]
        if token.kind in (QUOTE, PUNCT):
            return None
        if token.classes & RELATIVISER or opens_relative_clause(sentence, k):
            governed = sentence.tokens[k - 1].classes & PREPOSITION  # "in which"
            outer = phrase_ending(sentence, k - 2 if governed else k - 1) if acts else None
            return outer if outer is not None and heads_clause(sentence, outer.first) else None
        acts = acts or is_verb(sentence, k)
    return None


def opens_relative_clause(sentence: Sentence, i: int) -> bool:
    """Whether a token begins a clause about the noun before it: "a plan that", "a plan, which"."""
    opening = sentence.tokens[i].classes
    noun = i - 2 if sentence.at(i - 1).text == "," else i - 1
    if noun < 0 or not opening & (COMPLEMENTISER | RELATIVE):
        return False
    before = sentence.tokens[noun]
    names = before.kind == NAME or (before.kind == WORD and not before.classes & CLOSED)
    return names and not is_verb(sentence, noun)  # "Vale said that"


def _first_of_clause(sentence: Sentence, i: int) -> Mention | None:
    """The first phrase of a clause that may be the subject of its verb, where that stands last."""
    phrases = phrases_in(sentence, sentence.clause_start(i), i)
    return next((mention_of(sentence, phrase) for phrase in phrases if _is_free(sentence, phrase)), None)


def subject_after(sentence: Sentence, i: int) -> Mention | None:
    """The subject right after a verb, where something else opens the clause: "on Monday said Vale"."""
    phrase = phrase_starting(sentence, i + 1) if sentence.grammar.syntax.verb_second else None
    if phrase is None or not _is_free(sentence, phrase):
        return None
    return with_apposition(sentence, mention_of(sentence, phrase))


def _is_free(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a phrase may be a subject by its form: no preposition governs it, and it is not oblique."""
    before = sentence.at(phrase.first - 1).classes
    return not (before & PREPOSITION or _is_oblique(sentence, phrase.first))


def _is_oblique(sentence: Sentence, first: int) -> bool:
    """Whether a phrase that begins here shows by its determiner that it is no subject: dem Lotsen."""
    determiner = sentence.tokens[first].classes
    if not determiner & (OBLIQUE | FEMININE_OBLIQUE):
        return False
    # "Der Reporterin Ida Lorenz" is she who is told, "der Reporter Tim Lorenz" he who tells.
    noun = next((token for token in sentence.tokens[first + 1 :] if token.text[:1].isupper()), NO_TOKEN)
    return bool(determiner & OBLIQUE or noun.classes & FEMININE)


def _antecedent(sentence: Sentence, relative: int) -> Mention | None:
    """Whom a relative pronoun is about: "Ruth Vale, who"."""
    before = sentence.at(relative - 1).text
    comma = before == ","
    phrase = phrase_ending(sentence, relative - 2 if comma or before in DASHES else relative - 1)
    if phrase is not None and comma:
        phrase = _named_before(sentence, phrase) or name_within(sentence, phrase) or phrase
    elif phrase is not None:
        phrase = _described_by_who(sentence, phrase) or phrase
    return None if phrase is None else mention_of(sentence, phrase)


def _described_by_who(sentence: Sentence, phrase: Phrase) -> Phrase | None:
    """Whom a phrase before "who" describes, behind a comma: "Ruth Vale, *a pilot* who said so, left"."""
    if sentence.at(phrase.first - 1).text != "," or not _is_of_one(sentence, phrase):
        return None
    outer = phrase_ending(sentence, phrase.first - 2)
    if outer is None or mention_of(sentence, outer).kind != MentionKind.NAME:
        return None
    several = any(token.classes & ADDITIVE for token in sentence.tokens[outer.first : outer.last])
    stands = heads_clause(sentence, outer.first) or is_verb(sentence, outer.first - 1)
    return outer if stands and not several and not _is_in_place(sentence, outer.first) else None


def name_within(sentence: Sentence, phrase: Phrase) -> Phrase | None:
    """Who is named at the end of what no person is: "a clash with *Ruth Vale*, who"."""
    tokens = sentence.tokens
    if tokens[phrase.head].kind == NAME or tokens[phrase.head].classes & (PERSON | BODY | PLURAL):
        return None
    first = phrase.last
    while first > phrase.head and not tokens[first - 1].classes & PREPOSITION:
        first -= 1
    named = tokens[phrase.last].kind == NAME and first > phrase.head + 1
    return Phrase(first, phrase.last, phrase.last) if named else None


def _named_before(sentence: Sentence, phrase: Phrase) -> Phrase | None:
    """Whom a phrase before "who" tells of: "Ruth Vale, a pilot from Aas, Berg County, who"."""
    first: int | None = phrase.first
    if sentence.tokens[phrase.head].kind == NAME:
        first = _before_place(sentence, phrase.first)
    elif not _is_of_one(sentence, phrase):
        return None
    if first is None:
        return None
    if sentence.at(first - 1).classes & ADVERB:  # Vale, now the mayor, who
        first -= 1
    for _ in range(_APPOSITIONS):
        if sentence.at(first - 1).text != ",":
            return None
        outer = phrase_ending(sentence, first - 2)
        if outer is None or (outer.head != phrase.head and _is_in_place(sentence, outer.first)):
            return None
        outer = name_within(sentence, outer) or outer
        if mention_of(sentence, outer).kind == MentionKind.NAME:
            return outer
        first = outer.first
    return None


def _before_place(sentence: Sentence, first: int) -> int | None:
    """Where the description begins that a place ends, behind its comma: "41*, of Aas*"; None for no place."""
    if sentence.at(first - 1).text == ",":
        county = phrase_ending(sentence, first - 2)  # "a pilot from Aas, Berg County"
        if county is None or sentence.tokens[county.last].kind != NAME:
            return None
        if county.head != county.last:
            return county.first
        first = county.first
    comma = sentence.at(first - 2).text == ","
    return first - 1 if comma and sentence.at(first - 1).classes & PLACE else None


def _past_adjunct(sentence: Sentence, phrase: Phrase) -> Phrase:
    """The subject, where a phrase before a verb ends an adjunct: "a source speaking to the paper said"."""
    if sentence.at(phrase.first - 1).classes & ADJUNCT or _is_object(sentence, phrase):
        for k in range(phrase.first - 2, max(-1, phrase.first - _LONGEST_ADJUNCT), -1):
            if sentence.tokens[k].kind in (QUOTE, PUNCT):
                break
            outer = phrase_ending(sentence, k)
            if outer is not None and heads_clause(sentence, outer.first):
                return _with_adjunct(sentence, outer, phrase)
    return phrase


def _is_object(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a participle takes a phrase: "a man wearing *a hat* said", not "after a meeting Vale said"."""
    before, second = sentence.at(phrase.first - 1).classes, sentence.at(phrase.first - 2).classes
    return bool(before & PRESENT_PARTICIPLE) and not before & CUE and not second & (DETERMINER | POSSESSIVE)


def _with_adjunct(sentence: Sentence, subject: Phrase, end: Phrase) -> Phrase:
    """A subject with the adjunct that a phrase ends; a name, or whoever acts before it, without."""
    acts = any(is_verb(sentence, i) for i in range(subject.last + 1, end.first))
    named = sentence.tokens[subject.head].kind == NAME
    return subject if named or acts else subject._replace(last=end.last)


def _before_bracket(sentence: Sentence, close: int) -> Mention | None:
    """The subject before brackets: "Vale (41) said", "Vale, the Aas pilot (41), said"."""
    j = close - 1
    while j >= 0 and sentence.tokens[j].text not in _OPENING:
        j -= 1
    phrase = phrase_ending(sentence, j - 1)
    if phrase is None:
        return None
    if sentence.at(phrase.first - 1).text == ",":
        outer = phrase_ending(sentence, phrase.first - 2)
        if (
            outer is not None
            and sentence.tokens[outer.head].kind == NAME
            and heads_clause(sentence, outer.first)
        ):
            return mention_of(sentence, outer)
    return mention_of(sentence, phrase)


def _before_stray_comma(sentence: Sentence, comma: int) -> Mention | None:
    """Who is named before brackets that a comma follows which closes nothing: "At noon, Vale (Aas), said"."""
    if sentence.tokens[comma].text != "," or sentence.at(comma - 1).text not in _CLOSING:
        return None
    named = _before_bracket(sentence, comma - 1)
    heads = named is not None and named.kind == MentionKind.NAME and heads_clause(sentence, named.first)
    return named if heads else None


def _closes_parenthesis(sentence: Sentence, token: Token) -> bool:
    """Whether a title in marks, with its comma in them, ends a parenthesis: "Vale, author of “Aas,” said"."""
    short = token.kind == QUOTE and token.end - token.start <= _STATEMENT
    return short and sentence.ends_with_comma(token)


def _before_parenthesis(sentence: Sentence, close: int) -> Mention | None:
    """The subject before what stands between commas or dashes: "Vale, 41, who grew up in Aas, said"."""
    best: Mention | None = None
    for opening in _openings(sentence, close):
        phrase = phrase_ending(sentence, _before_brackets(sentence, opening - 1))
        phrase = phrase and _with_those_before(sentence, phrase)
        if phrase is None or not heads_clause(sentence, phrase.first):
            continue
        if best is not None and _opens_with_participle(sentence, phrase):
            break
        mention = mention_of(sentence, phrase)
        named = mention.kind == MentionKind.NAME
        if named and _describes(sentence.tokens[opening + 1]):
            return mention
        if best is not None and best.kind == MentionKind.NAME and _is_in_place(sentence, phrase.first):
            break
        if named or phrase.first < phrase.head or best is None:
            best = with_apposition(sentence, mention)
    return best


def _opens_with_participle(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether what opens a sentence is what somebody does: "*Jailing Tom Aas*, the judge said"."""
    opening = sentence.tokens[0].classes & PRESENT_PARTICIPLE
    return phrase.first == 0 < phrase.last and bool(opening)


def _openings(sentence: Sentence, close: int) -> Iterator[int]:
    """The points that a parenthesis may have begun with which another one ends, the nearest first."""
    tokens = sentence.tokens
    alike = DASHES if tokens[close].text in DASHES else (",",)
    for j in range(close - 1, max(0, close - _LONGEST_PARENTHESIS), -1):
        if tokens[j].text in (";", ":") or _is_statement(sentence, tokens[j]):
            return
        if tokens[j].text in alike:
            yield j


def _is_statement(sentence: Sentence, token: Token) -> bool:
    """Whether a token is a quotation that stands for itself, and is no part of a parenthesis."""
    if token.kind != QUOTE:
        return False
    return token.end - token.start > _STATEMENT or sentence.ends_with_comma(token)


def _before_brackets(sentence: Sentence, i: int) -> int:
    """The index of a token, or of the one before the brackets that it closes: "Vale (41), a pilot,"."""
    tokens = sentence.tokens
    if tokens[i].text != ")":
        return i
    opening = next((n for n in range(i, max(-1, i - _LONGEST_BRACKET), -1) if tokens[n].text == "("), i)
    return opening - 1


def _describes(token: Token) -> bool:
    """Whether what begins after a name and a comma says something of it: an age, or "who"."""
    return token.kind == NUMBER or bool(token.classes & RELATIVE)


def _is_in_place(sentence: Sentence, first: int) -> bool:
    """Whether a phrase after a comma says where the one before it lies: "in Aas, Berg County"."""
    if sentence.at(first - 1).text != "," or sentence.at(first - 2).kind != NAME:
        return False
    place = phrase_ending(sentence, first - 2)
    return place is not None and bool(sentence.at(place.first - 1).classes & PLACE)


def heads_clause(sentence: Sentence, first: int) -> bool:
    """Whether a phrase that begins here can be a subject: no preposition and no verb governs it."""
    if _is_oblique(sentence, first):
        return False
    if first == 0:
        return True
    before = sentence.tokens[first - 1]
    if before.text == ")":  # "The Ministry of Ports (MoP) chief secretary"
        body = phrase_ending(sentence, _before_brackets(sentence, first - 1))
        return body is not None and _is_bracketed_body(sentence, body)
    if before.kind == QUOTE or before.text in (",", ";", ":", "(") or before.text in DASHES:
        return True
    return bool(before.classes & (CONJUNCTION | ADVERB | CALENDAR | SUBORDINATING_PREPOSITION))


def _is_bracketed_body(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a phrase before brackets is a body's name that may head a clause with what follows them."""
    named = sentence.tokens[phrase.head].kind == NAME
    return named and sentence.tokens[phrase.last + 1].text == "(" and heads_clause(sentence, phrase.first)
