"""The doors: ``parse`` for one text, ``parse_many`` for many."""

import functools
import warnings
import weakref
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from multiprocessing.reduction import ForkingPickler
from typing import Any

import attrs

from quoteverify.errors import (
    ArgumentTypeError,
    ArgumentValueError,
    MissingExtraError,
    QuoteVerifyError,
    UnreadableSourceWarning,
    check_choice,
    check_type,
)
from quoteverify.models import Document, Report, Speaker
from quoteverify.models.quotes import read_later, without_reports
from quoteverify.reading.arguments import check_pipeline, checked_arguments, checked_speakers
from quoteverify.reading.assembly import Read, all_as_given, read
from quoteverify.reading.processes import share
from quoteverify.reading.sieves.answers import Sieve
from quoteverify.reading.sieves.custom import CustomSieve, checked_sieves, in_order
from quoteverify.reading.syntax.grammar import Grammar, grammar
from quoteverify.reading.syntax.pipeline import UNPARSED, Parse, is_doc, parse_by, parse_in
from quoteverify.text.files import refuse_path
from quoteverify.text.language import LanguageProfile, as_profile
from quoteverify.text.layout.page import Page
from quoteverify.text.layout.reading_copy import page_of


@attrs.frozen(eq=False)
class _Kept:
    """A text that has been read, with its page."""

    page: Page
    found: Read


_LATEST: deque[_Kept] = deque(maxlen=1)
"""What was read last, whole: what is asked of a document is mostly asked at once. One, for what is kept of a
text is much, and slows the reading of the next ones."""


def parse(
    text: Any,
    *,
    id: str | None = None,
    outlet: str | None = None,
    title: str | None = None,
    url: str | None = None,
    published: Any = None,
    lang: str | LanguageProfile = "en",
    nlp: Callable[[str], Any] | None = None,
    speakers: Iterable[Speaker] = (),
    sieves: Iterable[CustomSieve] = (),
) -> Document:
    """Find every quotation of a text, and who said it.

    Args:
        text: The text, or a spaCy ``Doc`` of it.
        id: The document's id; made from the content where none is given.
        outlet: Who published it.
        title: Its title.
        url: Its address.
        published: A date, or one in ISO 8601.
        lang: The language: its code, or its profile.
        nlp: A pipeline, or any callable from a string to a ``Doc``, whose entities and heads help.
        speakers: People whom the caller knows; they win over what is guessed.
        sieves: Rules of the caller's own for who spoke, each asked at its place among the library's.

    Raises:
        ArgumentTypeError: An argument is of the wrong type, or a sieve gives something that is no place.
        ArgumentValueError: There is no data for the language, two sieves have one name, or one gives a place
            that is not in the text; or the text is the path of a file, which `read` takes.

    >>> document = parse("“We sail at noon,” said Ruth Vale.")
    >>> [(quote.text, quote.speaker.name) for quote in document.quotes]
    [('We sail at noon,', 'Ruth Vale')]
    """
    language = as_profile(lang)
    known = checked_speakers(speakers)
    order = in_order(checked_sieves(sieves))
    check_pipeline(nlp)
    source = text if isinstance(text, str) else _text_of(text)
    refuse_path("text", source)
    page = page_of(source)
    parsed = _parsed_page(text, page, nlp, grammar(language))
    again = functools.partial(_read_page, language=language, known=known, parsed=parsed, sieves=order)
    found = again(page)
    quotes = all_as_given(found.quotes, page)
    document = Document(
        id=id or "",
        text=source,
        outlet=outlet,
        title=title,
        url=url,
        published=published,
        lang=language.code,
        quotes=quotes,
        speakers=dict.fromkeys(quote.speaker for quote in quotes if quote.speaker),
    )
    return read_later(document, _reports_later(_Kept(page, found), again))


def _read_page(
    page: Page,
    language: LanguageProfile,
    known: tuple[Speaker, ...],
    parsed: Parse,
    sieves: tuple[Sieve, ...],
) -> Read:
    """What is read of a page."""
    return read(page.text, language, known, parsed, sieves, page.blocks, page.tables)


def _reports_later(latest: _Kept, again: Callable[[Page], Read]) -> Callable[[str], tuple[Report, ...]]:
    """What gives the reports of a text that has been read: from that, or read again where it is gone."""
    _LATEST.append(latest)
    kept = weakref.ref(latest)

    def reports(text: str) -> tuple[Report, ...]:
        known = kept()
        page = page_of(text) if known is None else known.page
        return all_as_given((again(page) if known is None else known.found).reports(), page)

    return reports


def _text_of(doc: Any) -> str:
    """The text of a ``Doc``.

    Raises:
        ArgumentTypeError: It is none.
    """
    if not is_doc(doc):
        raise ArgumentTypeError(f"text must be str or Doc, not {type(doc).__name__}")
    text: str = doc.text
    return text


def _parsed_page(text: Any, page: Page, nlp: Callable[[str], Any] | None, grammar: Grammar) -> Parse:
    """What a pipeline knows of a page: that which is given, or which made the ``Doc`` that is."""
    if isinstance(text, str):
        return parse_by(nlp, page.text, grammar) if nlp is not None else UNPARSED
    parsed = parse_in(text, grammar)
    return parsed if page.is_plain else parsed.moved(page.place)


def parse_many(
    texts_or_records: Iterable[Any],
    *,
    nlp: Callable[[str], Any] | None = None,
    sieves: Iterable[CustomSieve] = (),
    n_process: int = 1,
    progress: bool = False,
    errors: str = "raise",
    reports: bool = False,
) -> Iterator[Document]:
    """Parse many texts, in order, as they are asked for.

    Args:
        texts_or_records: Texts, spaCy ``Doc``s, or mappings with ``text`` and any other argument of `parse`.
            A `Document` is handed on as it is.
        nlp: As for `parse`.
        sieves: As for `parse`; for more processes than one, they have to be such as can be pickled.
        n_process: How many processes share the work, this one among them. Texts and results travel between
            them, and each begins anew, so more than one pays for some hundred texts or long ones.
        progress: Whether to show a progress bar; needs tqdm.
        errors: What becomes of a record that cannot be parsed: ``"raise"`` its error, or ``"skip"`` it with
            an ``UnreadableSourceWarning``. Both name its index, from 0, and its id.
        reports: Whether what is told without marks is read at once, by the processes that share the work.
            Else it is read by this one when a document is first asked for it; where others have read the
            quotes, from the text again.

    Yields:
        A document for each, the same as `parse` makes, whatever the number of processes.

    Raises:
        ArgumentTypeError: An argument is of the wrong type, or a sieve cannot be pickled for other processes;
            or, when its turn comes, a record is neither text nor mapping, or has what `parse` does not take.
        ArgumentValueError: ``n_process`` is less than 1, ``errors`` is none of these, or two sieves have one
            name.
        MissingExtraError: ``progress`` is asked for and tqdm is not installed.

    >>> records = ["“Yes,” said Vale.", {"text": "“No,” said Aas.", "outlet": "Port News"}]
    >>> [(document.outlet, document.quotes[0].speaker.name) for document in parse_many(records)]
    [(None, 'Vale'), ('Port News', 'Aas')]
    """
    check_type("n_process", n_process, int)
    if n_process < 1:
        raise ArgumentValueError(f"n_process must be at least 1, not {n_process}")
    check_type("progress", progress, bool)
    check_type("reports", reports, bool)
    check_choice("errors", errors, ERRORS)
    check_pipeline(nlp)
    own = checked_sieves(sieves)
    if n_process > 1:
        _check_that_they_travel(own)
    if not isinstance(texts_or_records, Iterable):
        kind = type(texts_or_records).__name__
        raise ArgumentTypeError(f"texts_or_records must be several texts or records, not {kind}")
    if isinstance(texts_or_records, str | bytes | Mapping) or is_doc(texts_or_records):
        raise ArgumentTypeError("texts_or_records must be several texts or records; parse() takes one")
    given = _shown(texts_or_records) if progress else texts_or_records
    work = functools.partial(_parse_record, nlp=nlp, sieves=own, skip=errors == SKIP, reports=reports)
    return _documents(_parsed(enumerate(given), work, n_process))


def _check_that_they_travel(sieves: tuple[CustomSieve, ...]) -> None:
    """Raise unless sieves can be sent to another process."""
    for sieve in sieves:
        try:
            ForkingPickler.dumps(sieve)
        except Exception as error:  # whatever an object's own way of pickling raises
            raise ArgumentTypeError(
                f"the sieve {sieve.name!r} cannot be pickled for other processes: {error}"
            ) from error


def _shown(given: Iterable[Any]) -> Iterable[Any]:
    """The texts behind a progress bar."""
    try:
        from tqdm.auto import tqdm  # type: ignore[import-untyped]
    except ImportError as error:
        raise MissingExtraError("a progress bar needs tqdm: pip install 'quoteverify[progress]'") from error
    shown: Iterable[Any] = tqdm(given, desc="parse", unit="text")
    return shown


RAISE, SKIP = "raise", "skip"
ERRORS = (RAISE, SKIP)
"""What becomes of a record that cannot be parsed."""
Made = Document | QuoteVerifyError
Numbered = tuple[int, Any]


def _documents(made: Iterable[Made]) -> Iterator[Document]:
    """The documents; of each record that is passed over, a warning."""
    for each in made:
        if isinstance(each, Document):
            yield each
        else:
            warnings.warn(f"passed over: {each}", UnreadableSourceWarning, stacklevel=3)


def _parsed(given: Iterable[Numbered], work: "functools.partial[Made]", n_process: int) -> Iterator[Made]:
    """What is made of each, here or by other processes as well."""
    if n_process == 1:
        return map(work, given)
    away = functools.partial(_away, work=work)
    return share(given, work, n_process, away=away, home=functools.partial(_at_home, work=work))


def _away(numbered: Numbered, work: "functools.partial[Made]") -> Made:
    """What another process makes of a record, as it travels."""
    made = work(numbered)
    read_there = work.keywords["reports"] or isinstance(numbered[1], Document)
    return made if read_there or not isinstance(made, Document) else without_reports(made)


def _at_home(numbered: Numbered, made: Made, work: "functools.partial[Made]") -> Made:
    """What another process has made of a record; the reports that it has not read are read later."""
    if not isinstance(made, Document) or work.keywords["reports"] or isinstance(numbered[1], Document):
        return made

    def reports(_: str) -> tuple[Report, ...]:
        again = work(numbered)
        return again.reports if isinstance(again, Document) else ()

    return read_later(made, reports)


def _parse_record(
    numbered: Numbered,
    nlp: Callable[[str], Any] | None,
    sieves: tuple[CustomSieve, ...],
    skip: bool,
    reports: bool,
) -> Made:
    """The document of a record, or, where such are passed over, what is wrong with it."""
    number, record = numbered
    try:
        document = _document(record, nlp, sieves)
        if reports:
            _ = document.reports  # which reads them
        return document
    except QuoteVerifyError as error:
        id = record.get("id") if isinstance(record, Mapping) else None
        where = f"record {number}" + ("" if id is None else f" (id {id!r})")
        named = type(error)(f"{where}: {error}")
        if skip:
            return named
        raise named from error


def _document(record: Any, nlp: Callable[[str], Any] | None, sieves: tuple[CustomSieve, ...]) -> Document:
    """The document that is given, or that of a text or of a mapping with one."""
    if isinstance(record, Document):
        return record
    if not isinstance(record, Mapping):
        return parse(record, nlp=nlp, sieves=sieves)
    given = {"nlp": nlp, "sieves": sieves, **record}
    if "text" not in given:
        raise ArgumentTypeError("a record must have 'text'")
    text = given.pop("text")
    return parse(text, **checked_arguments(given))
