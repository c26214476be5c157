"""What the tables of English hold, beside what is known of English otherwise: no word is misspelt."""

import calendar
import re

import pytest

from quoteverify.text.language import language

ENGLISH = language("en")

# Verbs with the past forms that no ending makes.
IRREGULAR = """
bear bore borne, beat beaten, become became, begin began begun, bend bent, bet, bind bound, bite bit bitten,
blow blew blown, break broke broken, bring brought, build built, burn burnt, buy bought, catch caught, choose
chose chosen, come came, cost, cut, deal dealt, dig dug, draw drew drawn, drink drank drunk, drive drove
driven, eat ate eaten, fall fell fallen, feed fed, feel felt, fight fought, find found, flee fled, fly flew
flown, forbid forbade, foresee foresaw foreseen, forget forgot forgotten, forgive forgave forgiven, freeze
froze frozen, get got gotten, give gave given, go went gone, grow grew grown, hang hung, hear heard, hide hid
hidden, hit, hold held, hurt, keep kept, kneel knelt, know knew known, lay laid, lead led, lean leant, leap
leapt, learn learnt, leave left, lend lent, let, lie lay lain, light lit, lose lost, make made, mean meant,
meet met, overcome overcame, pay paid, plead pled, put, read, ride rode ridden, ring rang rung, rise rose
risen, run ran, say said, see saw seen, seek sought, sell sold, send sent, set, shake shook shaken, shine
shone, shoot shot, show showed shown, shut, sing sang sung, sink sank sunk, sit sat, sleep slept, slide slid,
speak spoke spoken, spend spent, spin spun, split, spread, spring sprang sprung, stand stood, steal stole
stolen, stick stuck, strike struck stricken, strive strove striven, swear swore sworn, sweep swept, swim swam
swum, swing swung, take took taken, teach taught, tear tore torn, tell told, think thought, throw threw
thrown, undergo underwent undergone, understand understood, undertake undertook undertaken, wake woke woken,
wear wore worn, weep wept, win won, withdraw withdrew withdrawn, withhold withheld, withstand withstood, write
wrote written, arise arose arisen, bleed bled, breed bred, cling clung, creep crept, grind ground,
mistake mistook mistaken, shrink shrank shrunk, speed sped, spit spat, sting stung, stink stank stunk,
stride strode stridden, tread trod trodden, uphold upheld, weave wove woven
"""
PASTS = {verb: set(pasts) for verb, *pasts in map(str.split, IRREGULAR.split(","))}
DOUBLED = re.compile(r"(?:[^aeiou]|qu|^)[aeiou][^aeiouwxy]$")
"""Verbs that may double their last letter: those of one syllable do, and those whose last one is stressed."""

PLURALS = {
    "wife": "wives", "midwife": "midwives", "ex-wife": "ex-wives", "child": "children", "alumnus": "alumni",
    "passer-by": "passers-by", "passerby": "passersby", "thief": "thieves",
    "runner-up": "runners-up", "taoiseach": "taoisigh", "tánaiste": "tánaistí", "garda": "gardaí",
    "matriarch": "matriarchs", "patriarch": "patriarchs",
    "fly-half": "fly-halves", "scrum-half": "scrum-halves",
    "motto": "mottos", "memo": "memos", "manifesto": "manifestos", "soprano": "sopranos",
}  # fmt: skip
# A form that is the only one of its row: nobody speaks of a warning "“No” by heart", and two are counsel too.
ALONE = {"warnings", "words", "rulings", "counsel"}
# Words for men and women, beside those that end in "man" and "woman".
MEN = """
actor boy boyfriend bridegroom brother dad father fiancé godfather granddad grandfather grandson groom
headmaster husband king lad nephew priest prince schoolboy son stepfather stepson uncle waiter widower
"""
WOMEN = """
abbess actress aunt baroness bride countess daughter duchess fiancée girl girlfriend godmother granddaughter
grandmother headmistress lady landlady mom mother mum niece nun princess queen schoolgirl sister stepdaughter
stepmother waitress widow wife
"""
# Before a name: a role of the same word may be anybody's.
TITLES_OF_MEN = (
    "baron cardinal duke emir fr herr imam lord maharaja monsieur mr pope señor sheikh shri sir sultan"
)
TITLES_OF_WOMEN = "alhaja dame frau hajiya madam madame miss mrs ms señora sheikha smt ustazah"
ABBREVIATED = "apr aug dec feb fri jan jul jun nov oct sep sept thu thurs tue tues"


def thirds(verb):
    """How the third person of a verb may be written, or the plural of a noun."""
    if re.search(r"(?:s|x|z|ch|sh|[^aeiou]o)$", verb):
        return {f"{verb}es", f"{verb}zes"} if verb.endswith("z") else {f"{verb}es"}
    return {f"{verb[:-1]}ies"} if re.search(r"[^aeiou]y$", verb) else {f"{verb}s"}


def with_ending(verb, ending):
    """How a verb may be written before "ed" or "ing"."""
    if verb.endswith("e"):
        dropped = ending == "ed" or not re.search(r"[eoy]e$", verb)
        return {(verb[:-1] if dropped else verb) + ending}
    if ending == "ed" and re.search(r"[^aeiou]y$", verb):
        return {f"{verb[:-1]}ied"}
    return {verb + ending, *([verb + verb[-1] + ending] if DOUBLED.search(verb) else [])}


def plurals(noun):
    if noun in PLURALS:
        return {PLURALS[noun]}
    if noun.endswith("man"):
        return {f"{noun[:-2]}en"}
    head, *rest = re.split(r"(?=-(?:of|in)-|-general$)", noun)  # directors-general, editors-in-chief
    return {plural + "".join(rest) for plural in thirds(head)}


@pytest.mark.parametrize("row", ENGLISH.rows("cues"), ids=lambda row: row.words[0])
def test_a_cue_has_all_the_forms_of_its_verb(row):
    verb, *forms = row.words
    with_s, with_ed, with_ing = thirds(verb), with_ending(verb, "ed"), with_ending(verb, "ing")
    pasts = PASTS.get(verb)
    assert with_s & {*forms}
    assert with_ing & {*forms}
    assert {*forms} >= pasts if pasts is not None else with_ed & {*forms}
    assert {*forms} <= with_s | with_ed | with_ing | (pasts or set())


@pytest.mark.parametrize("row", ENGLISH.rows("verbs"), ids=lambda row: row.words[0])
def test_a_verb_has_the_forms_that_no_ending_shows(row):
    verb, third, *others = row.words
    assert third in thirds(verb)
    assert {*others} - with_ending(verb, "ing") == PASTS.get(verb, set())


AUXILIARIES = {
    "be": "am is are was were been being",
    "have": "has had having",
    "do": "does did done doing",
}


@pytest.mark.parametrize(
    "row", [row for row in ENGLISH.rows("inflections") if len(row.words) > 2], ids=lambda row: row.words[0]
)
def test_an_irregular_verb_has_all_its_forms(row):
    verb, *forms = row.words
    if verb in AUXILIARIES:
        assert forms == AUXILIARIES[verb].split()
    else:
        assert {*forms} & thirds(verb)
        assert {*forms} - thirds(verb) == PASTS[verb]


@pytest.mark.parametrize("table", ["roles", "cue_nouns"])
def test_a_noun_has_its_plural(table):
    for row in ENGLISH.rows(table):
        nouns = [word for word in row.words if {*row.words} & plurals(word)]
        assert len(nouns) * 2 == len(row.words) or {*row.words} <= ALONE, row.words


@pytest.mark.parametrize(
    ("table", "men", "women"), [("roles", "", ""), ("titles", TITLES_OF_MEN, TITLES_OF_WOMEN)]
)
def test_a_word_for_a_man_or_a_woman_says_so(table, men, women):
    men, women = {*MEN.split(), *men.split()}, {*WOMEN.split(), *women.split()}
    for row in ENGLISH.rows(table):
        word = row.words[0].partition("-of-")[0].removeprefix("ex-")
        if word in women or word.endswith("woman"):
            assert row.values.get("gender") == "f", row.words
        elif word in men:
            assert row.values.get("gender") == "m", row.words
        elif word.endswith("man"):  # an ombudsman may be a woman
            assert row.values.get("gender") in ("m", None), row.words


def test_nobody_is_missing_of_whom_a_pronoun_is_known():
    known = {*MEN.split(), *WOMEN.split(), *TITLES_OF_MEN.split(), *TITLES_OF_WOMEN.split()}
    assert ENGLISH.words("roles") | ENGLISH.words("titles") >= known


def test_the_months_and_days_are_those_of_the_calendar():
    names = {name.lower() for name in (*calendar.month_name[1:], *calendar.day_name)}
    assert ENGLISH.words("months") == names | {*ABBREVIATED.split()}
