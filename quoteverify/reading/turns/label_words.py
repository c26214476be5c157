"""The words of a language that labels are made of: titles, offices, what is no speaker."""

import functools

import attrs

from quoteverify.text.language import LanguageProfile
from quoteverify.text.vocabulary import common_words


@attrs.frozen(eq=False)
class LabelWords:
    """What a language's labels are made of."""

    questions: frozenset[str]
    answers: frozenset[str]
    speaks: frozenset[str]
    persons: frozenset[str]
    where: frozenset[str]
    small: frozenset[str]
    articles: frozenset[str]
    replies: frozenset[str]
    examiner: frozenset[str]
    examined: frozenset[str]
    sworn: frozenset[str]
    testimony: frozenset[str]
    honours: frozenset[str]
    remarks: frozenset[str]
    reports: frozenset[str]
    common: frozenset[str]
    end: frozenset[str]
    no_speaker: frozenset[str]
    lists: frozenset[str]
    no_endings: tuple[str, ...]
    no_beginnings: tuple[str, ...]
    titles: frozenset[str]
    offices: frozenset[str]
    given: frozenset[str]
    told: frozenset[str]
    """The pronouns of one who is spoken of."""
    own: frozenset[str]
    """The pronouns of one who speaks."""
    talk: frozenset[str]
    """The pronouns of people who talk to each other."""
    _profile: LanguageProfile

    def knows(self, word: str) -> bool:
        """Whether the language has a common word, which names mostly are not."""
        return word in common_words(self._profile)


@functools.lru_cache(maxsize=8)
def label_words(profile: LanguageProfile) -> LabelWords:
    """The words of a language that labels are made of."""

    def role(name: str) -> frozenset[str]:
        return profile.words("turn_labels", role=name)

    return LabelWords(
        questions=role("question"),
        answers=role("answer"),
        speaks=role("speaks"),
        persons=role("person"),
        where=role("where"),
        small=role("small") | profile.words("name_particles"),
        articles=role("article"),
        replies=role("reply"),
        examiner=role("examiner"),
        examined=role("examined"),
        sworn=role("sworn"),
        testimony=role("testimony"),
        honours=role("honour") | profile.words("titles"),
        remarks=profile.words("remarks"),
        reports=profile.words("cues"),
        common=profile.words("function_words")
        | profile.words("stock_words")
        | role("reply")
        | role("direction"),
        end=role("end"),
        no_speaker=role("no_speaker") | role("list"),
        lists=role("list"),
        no_beginnings=tuple(sorted(f"{word[:-1]} " for word in role("no_speaker") if word.endswith("-"))),
        no_endings=tuple(
            sorted(word.removeprefix("-") for word in role("no_speaker") if word.startswith("-"))
        ),
        titles=profile.words("titles"),
        # KC behind a name is a part of how somebody is called, though a King's Counsel is somebody.
        offices=(profile.words("roles") | profile.words("offices")) - profile.words("name_suffixes"),
        profile=profile,
        own=profile.words("pronouns", gender="author", number="one"),
        given=profile.words("short_names"),
        told=profile.words("pronouns", gender="f", number="one")
        | profile.words("pronouns", gender="m", number="one"),
        talk=profile.words("pronouns", gender="author") | profile.words("pronouns", gender="reader"),
    )
