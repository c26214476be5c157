"""What language a text is in is told by its common words, or not at all."""

import pytest

from quoteverify.collation.language.foreign import is_foreign
from quoteverify.text.language import language

ENGLISH = language("en")
# Sentences with words that English has too, near and far.
FOREIGN = {
    "Danish": "Han sagde, at vi i havnen har seks både for meget, og at kajen er i dårlig stand.",
    "Norwegian": "Man kan ikke stenge brua midt på vinteren uten å si fra til dem som bor der.",
    "Swedish": "Vi har väntat alldeles för länge och nu är det nästan för sent för hamnen.",
    "Dutch": "Als het over geld gaat, is er altijd wel iemand die meer wil dan hij heeft gevraagd.",
    "German": "Wir werden die Werft nicht vor dem Frühjahr verkaufen, so war es immer in der Stadt.",
    "French": "On ne peut pas fermer le pont en plein hiver sans prévenir les gens de la commune.",
    "Spanish": "No me parece bien que se cierre el puente sin avisar a la gente del otro lado.",
    "Italian": "A me non ha detto niente nessuno, e in comune dicono che il molo è in buono stato.",
    "Portuguese": "Não se pode fechar a ponte no inverno sem avisar as pessoas do outro lado.",
    "Polish": "Nie można zamknąć mostu w środku zimy bez uprzedzenia ludzi po drugiej stronie.",
    "Turkish": "Çok uzun süre bekledik ve şimdi liman için neredeyse çok geç kalmış durumdayız.",
    "Russian": "Мы ждали.",
    "Arabic": "انتظرنا طويلا جدا",
    "Chinese": "我们等得太久了。",
}
ENGLISH_TEXTS = [
    "We have waited for the ferry far too long already.",
    "Seized engines, rotten planks, leaking tanks, broken winches, unpaid wages.",
    "Yer man's no gonna pay for the wee boats, is he, ye daft gowk?",
    "honestly lol the ferry ppl dont even care abt us anymore smh",
    "The naïve café owner’s protégé wrote his résumé in the crèche.",
    "He shouted “vive la commune” and jumped off the quay into the harbour.",
]
TOO_LITTLE = [
    "",
    "...",
    "42",
    "Wir schaffen das!",
    "Vive la commune!",
    "Ruth Vale, Marten Aas, Ole Lind, Ada Voss, Bo Berg",
]


@pytest.mark.parametrize("name", FOREIGN)
def test_another_language_is_known_by_words_that_are_not_this_one(name):
    assert is_foreign(FOREIGN[name], ENGLISH) is True


@pytest.mark.parametrize("text", ENGLISH_TEXTS)
def test_lists_dialect_slips_and_loans_are_no_other_language(text):
    assert is_foreign(text, ENGLISH) is False


@pytest.mark.parametrize("text", TOO_LITTLE)
def test_a_few_words_and_names_do_not_say(text):
    assert is_foreign(text, ENGLISH) is None
