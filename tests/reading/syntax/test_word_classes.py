from quoteverify.reading.syntax import word_classes
from quoteverify.reading.syntax.word_classes import BY_NAME


def test_each_class_has_a_bit_of_its_own():
    assert sorted(BY_NAME.values()) == [1 << n for n in range(len(BY_NAME))]


def test_a_class_has_the_name_of_its_constant():
    assert all(getattr(word_classes, name.upper()) == bit for name, bit in BY_NAME.items())
    assert BY_NAME["body"] == word_classes.BODY
