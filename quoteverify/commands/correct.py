"""``quoteverify correct``: what was read wrongly, kept beside a text for whenever it is read."""

import argparse
from typing import TYPE_CHECKING

from quoteverify.commands.arguments import FINE, Commands, add_command
from quoteverify.commands.mistakes import look_at_draft
from quoteverify.commands.own_rules import add_language, add_sieves, as_parse
from quoteverify.errors import ArgumentValueError

if TYPE_CHECKING:
    from quoteverify.models import Document, Quote


def add(commands: Commands) -> None:
    """Add the command: a text, which of its quotes is meant, and what is right."""
    mend = add_command(
        commands, "correct", "keep beside a text what was read wrongly, for whenever it is read", _run
    )
    mend.add_argument("file", metavar="FILE", help="the text's file")
    mend.add_argument("--quote", metavar="WORDS", help="the quote that is meant, or how it begins")
    mend.add_argument("--speaker", metavar="NAME", help="who said it")
    mend.add_argument("--nobody", action="store_true", help="nobody who is named said it")
    mend.add_argument("--no-quotation", action="store_true", help="it is no quotation")
    mend.add_argument("--same", metavar="NAME", nargs="+", help="names of one person, the one to use first")
    add_language(mend)
    add_sieves(mend)


def _run(options: argparse.Namespace) -> int:
    from quoteverify import Correction, read
    from quoteverify.display.phrases import counted
    from quoteverify.reading.corrections import beside, keep

    look_at_draft(options.file, "the text")
    document = read(options.file, **as_parse(options))
    made = [Correction.one_person(*options.same)] if options.same else []
    said = (options.speaker is not None) + options.nobody + options.no_quotation
    if options.quote is None and not made:
        raise ArgumentValueError("correct needs --quote, or --same with two names or more")
    if said != (options.quote is not None):
        raise ArgumentValueError("--quote needs one of --speaker, --nobody, --no-quotation, and they need it")
    if options.quote is not None:
        quote = _begun(document, options.quote)
        made.append(
            Correction.no_quote(document, quote)
            if options.no_quotation
            else Correction.speaker_of(document, quote, options.speaker)
        )
    keep(options.file, made)
    print(f"{counted(len(made), 'correction')} kept in {str(beside(options.file))!r}")
    return FINE


def _begun(document: "Document", words: str) -> "Quote":
    """The one quote that begins with some words.

    Raises:
        ArgumentValueError: None does, or several do.
    """
    from quoteverify.models.corrections import one_spaced

    wanted = one_spaced(words)
    found = [quote for quote in document.quotes if one_spaced(quote.text).startswith(wanted)]
    if len(found) != 1:
        begin = "no quote begins" if not found else f"{len(found)} quotes begin"
        raise ArgumentValueError(f"{begin} with {words!r}: give as many of its words as tell which is meant")
    return found[0]
