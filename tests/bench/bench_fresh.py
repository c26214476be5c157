"""Lay new articles beside an archive: what it costs beside verifying their quotes there, and what is found.

    python tests/bench/bench_fresh.py PATH [--archive 50000] [--new 200] [--batches 16] [--kept ARCHIVE]

PATH (or the variable QUOTEVERIFY_DATA) is a file or a folder of JSON lines, each an article with a ``text``.
Articles are made of their paragraphs as for ``bench_statements``. The new ones are drawn from some of the
batches; what all articles of these batches say, compared at once, is what should be found: two batches have
nothing in common. An archive that was made before is used again.
"""

import argparse
import random
import resource
import tempfile
import time
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from articles import BATCH, data_path, dense, texts_of

from quoteverify import Archive, Document, compare, verify
from quoteverify.models import QuoteKind, Statement

Said = frozenset[tuple[str, str | None, str]]


def said(statements: Iterable[Statement], by: set[str]) -> set[Said]:
    """The variants of each statement that some documents have a part in."""
    every = (frozenset((v.document_id, v.quote_id, v.text) for v in s.variants) for s in statements)
    return {variants for variants in every if any(id in by for id, _, _ in variants)}


def main() -> None:
    """Print seconds of the processor, and how many statements are those of comparing all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("path", nargs="?")
    parser.add_argument("--archive", type=int, default=50_000)
    parser.add_argument("--new", type=int, default=200)
    parser.add_argument("--batches", type=int, default=16)
    parser.add_argument("--kept", type=Path)
    args = parser.parse_args()
    folder = tempfile.TemporaryDirectory()
    kept = args.kept or Path(folder.name) / "news.qv"
    made = (one.document for one in dense(texts_of(data_path(args.path))))
    there = kept.exists()
    near = list(islice(made, args.batches * BATCH))
    chosen = set(random.Random(5).sample([document.id for document in near], args.new))
    new = [document for document in near if document.id in chosen]

    def stored() -> Iterator[Document]:
        yield from (document for document in near if document.id not in chosen)
        yield from islice(made, args.archive - len(near) + len(new))

    if not there:
        with Archive(kept) as archive:
            archive.add(stored())
    claims = [q for document in new for q in document.quotes if q.kind is not QuoteKind.TERM]
    with Archive(kept) as archive:
        start = time.process_time()
        for quote in claims:
            verify(quote.text, archive, speaker=quote.speaker)
        verifying = time.process_time() - start
    with Archive(kept) as archive:
        start = time.process_time()
        found = compare(new, archive)
        comparing = time.process_time() - start
        count = len(archive)
    mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    wanted, got = said(compare(near).statements, chosen), said(found.statements, chosen)
    print(
        f"{len(new):,} articles beside {count:,}: {comparing:.1f} s, and {verifying:.1f} s to verify their "
        f"{len(claims):,} quotes ({comparing / verifying:.2f} times); {mb:,.0f} MB; "
        f"{len(wanted & got):,} of {len(wanted):,} statements the same"
    )


if __name__ == "__main__":
    main()
