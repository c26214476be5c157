"""Mentions to people: who "Vale", "she", "the pilot" and "Mr. Vale" are, in one text, and by what rule.

What the text itself shows decides. A name goes to the fullest form of it; a description to whom the same is
said of; "he" and "she" to the likeliest of those spoken of so far, or to nobody where none is likely enough.
A mention that means nobody in particular stands for itself.
"""

import weakref
from collections.abc import Iterable

import attrs

from quoteverify.models import Span, Speaker, SpeakerKind
from quoteverify.reading.people.names.census import Census
from quoteverify.reading.people.names.person import Person
from quoteverify.reading.people.nominal import Nominal
from quoteverify.reading.people.pronominal import Pronominal
from quoteverify.reading.people.pronouns import pronouns
from quoteverify.reading.people.resolution import Cast, Resolution, Resolved
from quoteverify.reading.syntax.mentions import Mention, MentionKind
from quoteverify.reading.syntax.narration import Narration


class Resolver:
    """The people of one text, as its mentions mean them.

    Attributes:
        narration: The text.
        known: People whom the caller knows, by each of their names.
        census: Everybody whom the text names.
        cast: The people of the text, as far as it has been read.
        pronominal: Whom its pronouns mean.

    Args:
        narration: The text.
        known: People whom the caller knows; they win over what is guessed.
    """

    def __init__(self, narration: Narration, known: Iterable[Speaker] = ()) -> None:
        self.narration = narration
        self.text = narration.text
        self.known = {name.casefold(): s for s in known for name in (s.name, *s.aliases)}
        self.census = Census(narration, self.known.values())
        self.cast = Cast(narration, self.census)
        itself = weakref.proxy(self)  # else what was read would stay until the collector runs
        self.pronominal = Pronominal(self.cast, lambda mention: itself.person(mention))
        self._nominal = Nominal(self.cast, self.pronominal.likeliest)
        self._pronouns = pronouns(narration.profile)
        self._found: dict[Span, Resolved] = {}

    def resolve(self, mention: Mention) -> Resolved:
        """Who a mention is; found once, as everything behind it asks."""
        found = self._found.get(mention.span)
        if found is None:
            self._found[mention.span] = Resolved(None, Resolution.OPEN)  # a pronoun never means itself
            found = self._found[mention.span] = self._resolved(mention)
        return found

    def person(self, mention: Mention) -> Person | None:
        """The person whom a mention means, or None where the text does not show it."""
        return self.resolve(mention).person

    def spoke(self, person: Person, until: int) -> None:
        """Note that somebody's words end at an offset; in reading order."""
        self.cast.spoke(person, until)

    def _resolved(self, mention: Mention) -> Resolved:
        if mention.kind == MentionKind.PRONOUN:
            return self.pronominal.resolve(mention)
        if mention.kind == MentionKind.NOMINAL and self.cast.joins(mention):
            return Resolved(None, Resolution.SEVERAL)
        if mention.kind == MentionKind.NOMINAL:
            found = self._surname(mention) or self._nominal.resolve(mention)
            return found or Resolved(None, Resolution.ITSELF)
        if self.cast.is_group(mention):
            return Resolved(None, Resolution.SEVERAL)
        return self._name(mention)

    def _name(self, mention: Mention) -> Resolved:
        """Whose a name is."""
        where = mention.name_span or mention.span
        full = self.text[mention.span.start : where.end]
        opened = self.census.index.past_opener(where)  # "Furious Vale said"
        if opened is not None:
            mention, where, full = attrs.evolve(mention, name=opened.name), opened.span, opened.name
        person = self.census.named(mention.name, where.start, full)
        # "Her restaurant, Vale's"
        head_is_body = self.narration.grammar.is_body(mention.head)
        person.is_body = person.is_body or (head_is_body and not mention.name.lower().endswith(mention.head))
        first = person.forms.get(person.name)
        if person.name == mention.name or first is None:
            return Resolved(person, Resolution.NAMED)
        return Resolved(person, Resolution.FULLER_NAME, Span(first, first + len(person.name)))

    def _surname(self, mention: Mention) -> Resolved | None:
        """Whose name a noun is that opens a sentence: "Ruth King came. King said"."""
        printed = mention.span.of(self.text)
        if not printed.istitle() or not self.census.bearers.is_surname(printed):
            return None
        return self._name(attrs.evolve(mention, name=printed, name_span=mention.span))

    def speaker(self, mention: Mention, person: Person | None) -> Speaker | None:
        """The model of a mention's person; of the mention itself where it only describes somebody."""
        if person is None:
            return self._as_printed(mention)
        if person.known is not None:
            return person.known
        if self.cast.has_no_name(person):
            return Speaker(_spaced(person.name), kind=self._kind_without_name(mention))
        forms = sorted(person.forms, key=lambda form: person.forms[form])
        if mention.kind == MentionKind.NOMINAL:
            forms.append(mention.span.of(self.text))
        kind = SpeakerKind.PERSON if self.census.kinds.is_person(person) else SpeakerKind.BODY
        name, others = _spaced(person.name), dict.fromkeys(map(_spaced, forms))
        return Speaker(name, aliases=tuple(form for form in others if form != name), kind=kind)

    def _kind_without_name(self, mention: Mention) -> SpeakerKind:
        if mention.head in self._pronouns.neuter:
            return SpeakerKind.BODY
        return SpeakerKind.GROUP if mention.head in self._pronouns.plural else SpeakerKind.ROLE

    def _as_printed(self, mention: Mention) -> Speaker | None:
        """The mention as its own speaker; a pronoun that nothing explains is nobody's name."""
        if mention.kind == MentionKind.PRONOUN:
            return None
        printed = _spaced(mention.span.of(self.text))
        if printed.casefold() in self.known:
            return self.known[printed.casefold()]
        if self.narration.grammar.is_body(mention.head):
            return Speaker(printed, kind=SpeakerKind.BODY)
        one = printed.lower().startswith(tuple(f"{words} " for words in self.cast.referring("one")))
        several = not one and (self.cast.is_plural(mention.head) or self.cast.is_group(mention))
        return Speaker(printed, kind=SpeakerKind.GROUP if several else SpeakerKind.ROLE)


def _spaced(name: str) -> str:
    """A name as it is looked for: with plain spaces, where a page has some at which no line may break."""
    return name if name.isascii() else " ".join(name.split())
