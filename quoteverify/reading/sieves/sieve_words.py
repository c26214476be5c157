"""The words of a language that the sieves look for, by the place in which they do."""

import functools

import attrs

from quoteverify.reading.sieves.columns import TableColumn, column
from quoteverify.text.language import LanguageProfile


@attrs.frozen(eq=False)
class SieveWords:
    """The columns of ``data/<lang>/sieve_words.toml``, and the pronouns that may go on to speak."""

    after_be: TableColumn
    """“Ruin” is *how* Ruth Vale describes it."""
    comes: TableColumn
    """“Never!” *came* the reply from Ruth Vale."""
    before_label: TableColumn
    """*More* from Ruth Vale: “We sail.”"""
    heads_speakers: TableColumn
    """| *Speaker* | *Quotation* |: what stands above the names in a table."""
    points: TableColumn
    """“We sail.” *That* is the view of Ruth Vale."""
    opens_report: TableColumn
    """“We sail.” *So* said Ruth Vale."""
    parts_parties: TableColumn
    """“We sail.” Vale *v.* Aas, 12 F.3d 4."""
    opens_case: TableColumn
    """“We sail.” In *re* Aas, 12 F.3d 4."""
    cites_again: TableColumn
    """“We sail.” *Id.* at 12."""
    of_judge: TableColumn
    """“We sail.” Vale v. Aas, 12 F.3d 4 (Berg, *J.*, dissenting)."""
    asks: TableColumn
    """Ruth Vale *asked*. // “No.”"""
    asked: TableColumn
    """*Pressed* on whether it was “a ruin,” Ruth Vale said no."""
    others_say: TableColumn
    """Amid *talk* of a “ruin,” Ruth Vale said no."""
    cried: TableColumn
    """Ruth Vale left to *cries* of “ruin.”"""
    pronouns: frozenset[str]
    """The pronouns of one person who is neither the writer nor the reader."""


@functools.lru_cache(maxsize=8)
def sieve_words(profile: LanguageProfile) -> SieveWords:
    """The words of a language, made once.

    >>> from quoteverify.text.language import language
    >>> "versus" in sieve_words(language("en")).parts_parties
    True
    """
    places = [field.name for field in attrs.fields(SieveWords) if field.type is TableColumn]
    persons = (row.values for row in profile.rows("pronouns") if row.values["gender"] in _GENDERS)
    return SieveWords(
        pronouns=frozenset(str(values["subject"]) for values in persons),
        **{place: column(profile, "sieve_words", place) for place in places},
    )


_GENDERS = ("m", "f")
"""What the table of pronouns says of those that stand for one person, told by the gender."""
