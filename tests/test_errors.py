import pytest

from quoteverify import errors


@pytest.mark.parametrize(
    ("kind", "standard"),
    [
        (errors.ArgumentTypeError, TypeError),
        (errors.ArgumentValueError, ValueError),
        (errors.DuplicateDocumentError, ValueError),
        (errors.UnreadableSourceError, OSError),
        (errors.ExchangeFormatError, ValueError),
        (errors.MissingExtraError, ImportError),
    ],
)
def test_every_kind_is_ours_and_a_standard_one(kind, standard):
    assert issubclass(kind, errors.QuoteVerifyError)
    assert issubclass(kind, standard)


def test_a_wrong_type_names_every_valid_one():
    with pytest.raises(TypeError, match="text must be str or bytes, not list"):
        errors.check_type("text", [], str, bytes)


def test_a_right_type_passes():
    errors.check_type("text", "", str)


def test_a_wrong_choice_lists_the_valid_ones():
    with pytest.raises(ValueError, match="format must be one of 'json', 'html', not 'xml'"):
        errors.check_choice("format", "xml", ("json", "html"))


def test_an_unhashable_choice_is_a_wrong_one():
    with pytest.raises(ValueError, match="not \\[\\]"):
        errors.check_choice("format", [], ("json",))
