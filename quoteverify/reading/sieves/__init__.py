"""Which mention a quotation belongs to: small functions in the order of their precision.

A sieve gets the narration, the index of a quoted span and the answers so far, and gives an ``Answer`` with
its reason or passes the span on (``answers``). The modules go by what a sieve looks at: a report right beside
the quotation (``beside``), a label, headline or signature (``labels``), the sentences and lines around it
(``nearby``), the quotation before it (``chains``). Where several mentions of one sentence could be meant,
``candidates`` collects them, ``features`` says what holds of each, and ``ranking`` weighs that by learned
``weights``. Words of the language come from tables by their place (``columns``, ``sieve_words``). ``custom``
has the rules that a caller brings.
"""

from quoteverify.reading.sieves.answers import Sieve
from quoteverify.reading.sieves.beside import came_from, said_after, verb_after
from quoteverify.reading.sieves.chains import continued, interviewed, reopened, speaker_before, taking_turns
from quoteverify.reading.sieves.labels import (
    in_field,
    in_row,
    label,
    label_above,
    label_after,
    label_with_dash,
    signed,
    titled,
)
from quoteverify.reading.sieves.nearby import (
    case_cited,
    introduced,
    narrated_before,
    said_in_sentence_after,
    said_in_sentence_before,
)
from quoteverify.reading.sieves.ranking import likeliest

SIEVES: tuple[Sieve, ...] = (
    said_after,
    came_from,
    label,
    label_after,
    label_with_dash,
    signed,
    case_cited,
    in_field,
    label_above,
    verb_after,
    titled,
    in_row,
    likeliest,
    said_in_sentence_after,
    introduced,
    reopened,
    continued,
    interviewed,
    said_in_sentence_before,
    narrated_before,
    taking_turns,
    speaker_before,
)
"""In order: the first that answers decides."""

BEFORE_RANKING: tuple[Sieve, ...] = SIEVES[: SIEVES.index(likeliest)]
"""The sieves that are asked before the candidates are ranked."""
