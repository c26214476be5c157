"""Learned weights: how much each feature counts for what a linear model tells."""

import functools
import math
from collections.abc import Iterable

from quoteverify.text.language import LanguageProfile


class FeatureWeights(dict[str, float]):
    """The weight of each feature; what has none counts for nothing."""

    def __missing__(self, feature: str) -> float:
        return 0.0

    def sum(self, features: Iterable[str]) -> float:
        """What some features come to, exactly summed: in whatever order they come, the same.

        >>> FeatureWeights(heading=0.5).sum(["heading", "unheard_of"])
        0.5
        """
        return math.fsum(map(self.__getitem__, features))


@functools.lru_cache(maxsize=16)
def weights(profile: LanguageProfile, table: str) -> FeatureWeights:
    """The weights in a table of a language, made once."""
    return FeatureWeights(
        (word, float(row.values["weight"])) for row in profile.rows(table) for word in row.words
    )
