"""A difference between two wordings in words, with what no eye would see in it named."""

import re
import unicodedata

from quoteverify.display.finding_names import KIND, rule_in_words
from quoteverify.models import Difference, DifferenceKind, Operation, Severity
from quoteverify.text.normalize import INVISIBLE

_INVISIBLE = re.compile(f"[{INVISIBLE}]")
_FEW = 4
"""Characters that are named one by one where the eye does not tell them apart: of more, nobody reads the
names."""
_NEAR = 40
"""In code points: how far before a mark the word may end that says where it stands."""


def is_readable(character: str) -> bool:
    """Whether a character shows, and as itself: no control, invisible character, half or odd white space."""
    if character == " ":
        return True
    return not (unicodedata.category(character).startswith(("C", "Z")) or _INVISIBLE.match(character))


def code_points(text: str) -> str:
    """The characters of a short text by number and name, for what the eye cannot tell apart.

    >>> code_points("’")
    'U+2019 right single quotation mark'
    """
    names = (f"U+{ord(c):04X} {unicodedata.name(c, '').lower()}".strip() for c in text[:_FEW])
    return ", ".join(names) + (" …" if len(text) > _FEW else "")


def shown(text: str) -> str:
    """A piece of text between marks, its characters named where they do not show.

    >>> shown("or rather"), shown("a\u200bb")
    ('“or rather”', '“a b” (with U+200B zero width space)')
    """
    text = text.strip(" \n") or text
    visible = "".join(c if is_readable(c) else " " for c in text)
    hidden = "".join(dict.fromkeys(c for c in text if not is_readable(c) and c != "\n"))
    return f"“{visible}”" + (f" (with {code_points(hidden)})" if hidden else "")


def _named(text: str, other: str) -> str:
    """Something the eye may not tell from its like: with the code points that the other has not."""
    own = "".join(dict.fromkeys(c for c in text if c not in other and is_readable(c)))
    return shown(text) + (f" (with {code_points(own)})" if own and len(own) <= _FEW else "")


def difference_in_words(difference: Difference, text: str) -> str:
    """What the second wording does to the first, as the end of a sentence about it.

    Args:
        difference: What to describe.
        text: What the offsets of its ``b`` count in, to say where a mere mark stands.

    >>> from quoteverify.models import Span
    >>> dropped = Difference(operation="omission", kind="negation", severity="substantive",
    ...                      a=Span(5, 8), b=Span(5, 5), a_text="not", b_text="", rule="negator")
    >>> difference_in_words(dropped, "We do sail")
    'leaves out “not”'
    """
    a, b = difference.a_text, difference.b_text
    if difference.kind == DifferenceKind.GLYPH:
        name_a, name_b = _named(a, b), _named(b, a)
    else:
        name_a, name_b = shown(a), shown(b)
    if difference.kind == DifferenceKind.SPLICE:
        return "runs together what stands apart"
    word = "" if any(map(str.isalnum, a + b)) else _word_before(text, difference.b.start)
    if difference.operation == Operation.MOVE:
        if any(map(str.isalnum, a + b)):
            return f"puts {name_b if b else name_a} in another place"
        return f"takes what follows “{word}” from another place" if word else "takes words from another place"
    if not a and not b:  # of reports: the words are the same, and one of the verbs denies them
        return "turns the sense by its verb (said, denied)"
    place = f" after “{word}”" if word else ""
    if a and b:
        return f"has {name_b} for {name_a}{place}"
    return f"adds {name_b}{place}" if b else f"leaves out {name_a}{place}"


def _word_before(text: str, place: int) -> str:
    """The word that ends last before a place, if one is near."""
    words = re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", text[max(0, place - _NEAR) : place])
    return words[-1] if words else ""


def disclosed(difference: Difference) -> str:
    """Whether the print shows a difference; "" where it need not."""
    if difference.marked:
        return "shown in print"
    return "" if difference.severity == Severity.COSMETIC else "not shown in print"


def notes_on(difference: Difference) -> str:
    """Kind, disclosure and rule of a difference, for those who want to know."""
    kind, rule = KIND[difference.kind], rule_in_words(difference.rule)
    parts = [kind, disclosed(difference), "" if rule in (kind, difference.kind) else f"rule: {rule}"]
    return "; ".join(filter(None, parts))


def severity_and_kind(difference: Difference) -> str:
    """Severity and kind of a difference in a few words.

    >>> from quoteverify.models import Span
    >>> severity_and_kind(Difference(operation="omission", kind="negation", severity="substantive",
    ...                              a=Span(5, 8), b=Span(5, 5), a_text="not", b_text="", rule="negator"))
    'substantive: negation'
    """
    return f"{difference.severity}: {KIND[difference.kind]}"
