import pickle

import pytest

from quoteverify.models import Attribution, Basis, Reason
from quoteverify.models.reasons import as_reason


def test_every_basis_is_some_reasons_and_called_as_it_is_written():
    assert {reason.basis for reason in Reason} == set(Basis)
    for kind in (Reason, Basis):
        assert [member.value for member in kind] == [member.name.lower() for member in kind]


@pytest.mark.parametrize(
    ("reason", "basis"),
    [
        ("said_after", "reported"),
        ("signed", "reported"),
        ("speaker_before", "guessed"),
        ("clause_subject", "guessed"),
        ("continued", "repeated"),
        ("repeats", "repeated"),
        ("annotated", "given"),
        ("corrected", "given"),
        ("a rule of my own", "given"),
        ("", "given"),
        ("none", "none"),
    ],
)
def test_a_reason_says_what_it_rests_on(reason, basis):
    assert Reason.basis_of(reason) == basis
    assert Attribution(reason=reason).basis == basis
    assert Attribution(reason=reason).reason == reason


def test_a_known_reason_is_a_member_and_another_stays_a_string():
    assert Attribution(reason="label").reason is Reason.LABEL
    assert type(Attribution(reason="mine").reason) is str
    assert Attribution().reason is Reason.NONE


def test_a_member_is_copied_as_itself_and_found_by_its_name():
    assert pickle.loads(pickle.dumps(Reason.SIGNED)) is Reason.SIGNED
    assert "signed" in {Reason.SIGNED}


@pytest.mark.parametrize("name", [None, 5, b"label"])
def test_a_reason_is_a_string(name):
    with pytest.raises(TypeError, match="reason must be str"):
        as_reason(name)
