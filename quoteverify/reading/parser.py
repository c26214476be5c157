"""The doors: ``parse`` for one text, ``parse_many`` for many."""

import functools
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from typing import Any

from quoteverify.errors import ArgumentTypeError, ArgumentValueError, MissingExtraError, check_type
from quoteverify.models import Document, Speaker
from quoteverify.reading.arguments import check_pipeline, checked_arguments, checked_speakers
from quoteverify.reading.assembly import as_given, quotes_of
from quoteverify.reading.syntax.grammar import grammar
from quoteverify.reading.syntax.pipeline import UNPARSED, is_doc, parse_by, parse_in
from quoteverify.text.language import LanguageProfile, as_profile
from quoteverify.text.layout.reading_copy import page_of


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

    Raises:
        ArgumentTypeError: An argument is of the wrong type.
        ArgumentValueError: There is no data for the language.

    >>> document = parse("“We sail at noon,” said Ruth Vale.")
    >>> [(quote.text, quote.speaker.name) for quote in document.quotes]
    [('We sail at noon,', 'Ruth Vale')]
    """
    language = as_profile(lang)
    known = checked_speakers(speakers)
    check_pipeline(nlp)
    classes = grammar(language)
    if isinstance(text, str):
        source, page = text, page_of(text)
        parsed = parse_by(nlp, page.text, classes) if nlp is not None else UNPARSED
    elif is_doc(text):
        source, page = text.text, page_of(text.text)
        parsed = parse_in(text, classes)
        parsed = parsed if page.is_plain else parsed.moved(page.place)
    else:
        raise ArgumentTypeError(f"text must be str or Doc, not {type(text).__name__}")
    quotes = quotes_of(page.text, language, known, parsed)
    if not page.is_plain:
        quotes = tuple(as_given(quote, page) for quote in quotes)
    return Document(
        id=id or "",
        text=source,
        outlet=outlet,
        title=title,
        url=url,
        published=published,
        quotes=quotes,
        speakers=dict.fromkeys(quote.speaker for quote in quotes if quote.speaker),
    )


def parse_many(
    texts_or_records: Iterable[Any],
    *,
    nlp: Callable[[str], Any] | None = None,
    n_process: int = 1,
    progress: bool = False,
) -> Iterator[Document]:
    """Parse many texts, in order, as they are asked for.

    Args:
        texts_or_records: Texts, spaCy ``Doc``s, or mappings with ``text`` and any other argument of `parse`.
        nlp: As for `parse`.
        n_process: How many processes share the work; texts and results travel between them, a pipeline with
            each text's share, so more than one pays for long texts only.
        progress: Whether to show a progress bar; needs tqdm.

    Yields:
        A document for each, the same as `parse` makes, whatever the number of processes.

    Raises:
        ArgumentTypeError: An argument is of the wrong type; or, when its turn comes, a record is neither text
            nor mapping, or has what `parse` does not take.
        ArgumentValueError: ``n_process`` is less than 1.
        MissingExtraError: ``progress`` is asked for and tqdm is not installed.

    >>> records = ["“Yes,” said Vale.", {"text": "“No,” said Aas.", "outlet": "Port News"}]
    >>> [(document.outlet, document.quotes[0].speaker.name) for document in parse_many(records)]
    [(None, 'Vale'), ('Port News', 'Aas')]
    """
    check_type("n_process", n_process, int)
    if n_process < 1:
        raise ArgumentValueError(f"n_process must be at least 1, not {n_process}")
    check_type("progress", progress, bool)
    check_pipeline(nlp)
    if not isinstance(texts_or_records, Iterable):
        kind = type(texts_or_records).__name__
        raise ArgumentTypeError(f"texts_or_records must be several texts or records, not {kind}")
    if isinstance(texts_or_records, str | bytes | Mapping) or is_doc(texts_or_records):
        raise ArgumentTypeError("texts_or_records must be several texts or records; parse() takes one")
    given = _shown(texts_or_records) if progress else texts_or_records
    return _parsed(given, functools.partial(_parse_record, nlp=nlp), n_process)


def _shown(given: Iterable[Any]) -> Iterable[Any]:
    """The texts behind a progress bar."""
    try:
        from tqdm.auto import tqdm  # type: ignore[import-untyped]
    except ImportError as error:
        raise MissingExtraError("a progress bar needs tqdm: pip install 'quoteverify[progress]'") from error
    shown: Iterable[Any] = tqdm(given, desc="parse", unit="text")
    return shown


def _parsed(given: Iterable[Any], work: Callable[[Any], Document], n_process: int) -> Iterator[Document]:
    """The documents, made here or by other processes, never more than a few ahead of the reader."""
    if n_process == 1:
        yield from map(work, given)
        return
    # A spawned process is the same on every system, and safe in a program with threads.
    with ProcessPoolExecutor(n_process, mp_context=get_context("spawn")) as pool:
        waiting: deque[Future[Document]] = deque()
        for record in given:
            waiting.append(pool.submit(work, record))
            if len(waiting) >= 8 * n_process:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def _parse_record(record: Any, nlp: Callable[[str], Any] | None) -> Document:
    """The document of a text or of a mapping with one."""
    if not isinstance(record, Mapping):
        return parse(record, nlp=nlp)
    given = {"nlp": nlp, **record}
    if "text" not in given:
        raise ArgumentTypeError("a record must have 'text'")
    text = given.pop("text")
    return parse(text, **checked_arguments(given))
