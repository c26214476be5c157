from quoteverify.models import Candidate, Document, Explanation, Feature, Quote, Span

QUOTE = Quote(id="q1", spans=[Span(1, 9)], text="We sail,")
DOCUMENT = Document(text="“We sail,” she said.", quotes=[QUOTE])


def test_a_candidate_has_what_its_features_come_to():
    features = [Feature("near", 0.5), Feature("far", -0.2)]
    assert Candidate(text="she", span=Span(11, 14), share=1.0, features=features).score == 0.3


def test_an_explanation_is_text_and_html_and_has_a_short_repr():
    explanation = Explanation(document=DOCUMENT, quote=QUOTE)
    assert str(explanation).startswith("“We sail,”\nno speaker found\n")
    assert explanation._repr_html_().startswith("<div")
    assert DOCUMENT.text not in repr(explanation)
