"""How two wordings differ."""

from quoteverify.collation.differences.alignment import align


def rules_of(a: str, b: str) -> set[str]:
    """The rules that name how two wordings differ."""
    return {d.rule for d in align(a, b).differences}
