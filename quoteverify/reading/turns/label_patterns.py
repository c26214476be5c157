"""The print of labels: times, brackets, and what parts a name from what is said; each with an example."""

import re

LONGEST = 120
"""In code points: no name with its office and brackets is longer. A guard against long lines."""

CLOCK = r"(?:\d{1,4}:\d{2}(?::\d{2}(?:[.,]\d{1,3})?)?|\d{1,2}:\d{1,2}:\d{1,2}[.,]\d{1,3})"
"""10:15; 00:01:02.500"""
HALF = r"(?:[ ]?[APap]\.?[Mm]\.?)?+"
"""The half of the day: pm, A.M., or nothing."""
MOMENT = r"#\d{1,2}:\d{2}:\d{2}-\d#"
"""A time as programs for interviews set it, between signs for a number."""
_DATE = r"\d{1,4}[./-](?:\d{1,2}|[^\W\d_]{3})[./-]\d{1,4},?[ ]+"
_SECONDS = r"\[\d{1,6}(?:\.\d{1,3})?s?[ ]?(?:--?>|[-–—])[ ]?\d{1,6}(?:\.\d{1,3})?s?\]"
_RANGE = rf"(?:[ ]?[-–—][ ]?{CLOCK})?"
_DAY = r"[^\W\d_]{3,10}[ ][^\W\d_]{1,3}[ ]"
_BRACKETED = r"[(\[](?:[^()\[\]\n]|\([^()\n]{0,40}\)){0,80}[)\]]"

# Times.
TIME_IN_FRONT = re.compile(
    rf"(?:[\[(@]?(?:{_DATE})?{CLOCK}{HALF}(?:[ ]?(?:-->?|[-–—])[ ]?{CLOCK}{HALF})?[\])]?|{_SECONDS})"
    r"(?:[ ]*[-–—|:])?\s+"
)
"""[10:15 am] Ruth Vale: We sail; [3.20s --> 4.75s] Ruth Vale: We sail"""
TIME_AT_END = re.compile(
    rf"(?:,|[ ]+[-–—|•](?:[ ]{_DAY})?)?\s*(?<![^\s,])[\[(]?(?:{_DATE})?{CLOCK}{HALF}{_RANGE}[\])]?$"
)
"""Ruth Vale, 10:15; Ruth Vale • Today at 10:15 pm"""
TIME_BEHIND_LABEL = re.compile(
    rf"[ \t]*(?:[\[(]{CLOCK}{HALF}[\])][ \t]*|{CLOCK}{HALF}(?:[ \t]*$|[ \t]+(?=[^\W\d_a-z\"“])))",
    re.MULTILINE,
)
"""Ruth Vale: [00:02] We sail"""
TIME_BEFORE_SPEECH = re.compile(rf"[\[(]{CLOCK}{HALF}[\])][ \t]+")
"""What may stand before what is said, below a name."""
LINE_OF_CAPTION = re.compile(rf"{CLOCK}[ ]?-->?[ ]?{CLOCK}$")
"""00:01:02.500 --> 00:01:04.000"""
LINE_OF_TIME = re.compile(rf"{CLOCK}{HALF}(?:[ ]?[-–—][ ]?{CLOCK}{HALF})?(?:[ ]\(\d+[ ][^\W\d_]+\))?")
"""10:15 – 10:20 (5 minutes)"""
MOMENTS = re.compile(rf"\s*{MOMENT}")

# Labels with what is said behind them.
NAME_AND_COLON = re.compile(rf"((?:[^:()\[\]\n]|{_BRACKETED}|{MOMENT}){{1,{LONGEST}}}?):(?=\s|$)")
"""Ruth Vale (Aas North): We sail"""
NAME_AND_STOP = re.compile(
    r"((?:[^\W\d_][\w'’]*\.?[ ]+){1,3}[^\W\d_a-z]{2,}[\w'’-]*"
    r"(?:[ ][a-z]{2,3}(?:[ ][^\W\d_a-z][\w-]+){1,2}|(?:[ ][a-z]{2,}){0,2}))"
    r"(?:[ ]\((?P<bracket>[^()\n]{1,40})\))?\.\s+(?=\S)"
)
"""Mr. VALE of Aas. We sail"""
TITLE_AND_STOP = re.compile(r"([^\W\d_]{1,9}\.?[ ][^\W\d_a-z][\w'’-]+)\.\s+(?=[^\W\d_a-z\"“(\[])")
"""Mr. Vale. We sail"""
CAPITALS_AND_STOP = re.compile(
    r"((?:[^\W\d_a-zß-öø-ÿ][^\W\d_a-zß-öø-ÿ'’-]*\.?[ ]){1,3}[^\W\d_a-zß-öø-ÿ'’-]{2,})\.\s+(?=\S)"
)
"""RUTH VALE. We sail"""
STOP_AND_DASH = re.compile(
    r"([^\W\d_][^\n–—:.,()]{1,40}?)(?:,[^\n–—:.]{1,60}|[ ]\([^()\n]{1,20}\))?\.\s+[–—]\s+(?=\S)"
)
"""Ruth Vale (PPE). – We sail"""
NAME_AND_DASH = re.compile(r"([^\W\d_][^\n–—:]{1,40}?)\s+[–—]\s+(?=\S)")
"""Ruth Vale — We sail"""
NAME_AND_TIME = re.compile(rf"([^\W\d_][^\n:\[\]()]{{1,40}}?)[ ]+[\[(]{CLOCK}{HALF}[\])][ ]+(?=\S)")
"""Ruth Vale [00:02] We sail"""
NAME_AND_GAP = re.compile(r"([^\W\d_][^\n:.!?,\t]{1,40}?)(?:[ ]{2,}|\t[ \t]*)(?=\S)")
"""VALE   We sail"""
NAME_IN_BRACKETS = re.compile(r"[\[(]([^\W\d_][^\[\]()\n]{1,40})[\])]:?\s+(?=\S)")
"""[Ruth Vale] We sail"""
NICKNAME = re.compile(r"<[ @+%~&]?([^\W_][^<>\n]{0,40})>\s+(?=\S)")
"""<ruth> we sail"""
LETTER = re.compile(r"([^\W\d_])\d*(?:[.:]\s+|\s{2,}|\t)(?=\S)(?![^\W\d_]\.\s)")
"""Q. Do we sail? A1: We sail"""
ARROWS = re.compile(r">>+\s*(?=\S)")
""">> We sail"""
COUNTED = re.compile(r"(?:[^\W\d_]\d{1,4}|\d{1,4}\.?)[ \t]+(?=[^\W\d_])")
"""What committees count their questions with: Q12 Ruth Vale: Do we sail?"""
EVENT = re.compile(r"(?:[*∗•]+|-!-|-{2,3}>?|<?-{2,3}|[←→]|={2,})\s")
"""What stands before what a chat's program says: -!- vale has joined."""
EMPHASIS = re.compile(r"[\s*_]*")
"""Marks of Markdown behind a label: **Ruth Vale:** We sail"""

# What may stand behind a name within a label.
BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]*)(?:\([^()]*\))?[)\]]")
"""Ruth Vale (Aas North)"""
OFFICE = re.compile(r"\s+(?:--+|[–—])\s+|,\s+")
"""What an office stands behind: Ruth Vale, the mayor: We sail"""
OFFICE_ON_LINE = re.compile(r"\s+(?:--+|[-–—])\s+|,\s+(?=[^\W\d_a-z])")
"""The same on a line of its own: Ruth Vale - Mayor of Aas"""
DESCRIPTION = re.compile(r",\s+(?=[^\W\d_])")
"""What any words about somebody stand behind: Ruth Vale, of the Aas Lifeboats"""
COLUMN = re.compile(r"\s{2,}[^\W\d_]$")
"""The letter that stands at the right margin in reports of calls, for who asks and who answers."""
WIDE = re.compile(r"\s{2,}")
MARK = re.compile(r"[\"“”„«»]")
"""What no office has in it: a name and a dash before a quotation say who said that, and no more."""
SENTENCE_ENDS = frozenset(".,:;!?…")
