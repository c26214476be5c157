import attrs
from display.newsday import newsday
from records import alignment, comparison, morning

from quoteverify.display.terminal import comparison_in_parts, render


def lines(made, **options):
    return render(made, **options).splitlines()


def test_two_wordings_are_marked_with_the_numbers_of_the_list():
    shown = lines(alignment())
    assert "first   I {do not}¹ think we can pay {5}²% of it{}³ before May{.}⁴" in shown
    assert "second  I {}¹think we can pay {6}²% of it{,}³ before May{}⁴" in shown
    assert "¹   substantive: the second leaves out “do not” (negation; not shown in print;" in shown


def test_variants_stand_below_each_other():
    shown = lines(comparison())
    start = shown.index(next(line for line in shown if line.startswith("── Ines Okafor · substantive ─")))
    assert shown[start + 3] == "Evening Ledger    We {will}¹ close the bridge{}²{}³ in May."
    assert any(line.startswith("   ● 4 Mar 2031, 18:05 UTC Evening Ledger has “will”") for line in shown)
    assert "── In The Morning Tide only " in "\n".join(shown)


def test_a_disputed_speaker_is_named():
    close = comparison().statements[0]
    disputed = attrs.evolve(close, disputed=True, speakers=(close.speaker, morning().speakers[2]))
    assert "✗ speaker disputed: Ines Okafor or Ole Brandt" in lines(
        attrs.evolve(comparison(), statements=(disputed,))
    )


def test_of_many_outlets_the_first_and_how_many_others_are_named():
    day = newsday(30, 2, most=2)
    statement = max(day.shared, key=lambda each: len(each.variants))
    shown = render(attrs.evolve(day, statements=(statement,)), width=200).splitlines()
    assert any(line.startswith("Anvik Ledger and 19 more  We must ") for line in shown)
    assert any(
        line.startswith("11 wordings. The commonest is the first, printed by 20 of 30.") for line in shown
    )
    times = [line for line in shown if "●" in line]
    assert times[0].endswith("has the same words (then 18 more)")
    assert len(times) == 12


def parts(*, width=80, color=False):
    documents = {document.id: document for document in comparison().documents}
    return list(comparison_in_parts(documents, comparison().statements, width=width, color=color))


def test_a_comparison_in_parts_has_one_for_each_statement_and_each_document_that_has_something_alone():
    assert "".join(parts(width=60, color=True)) == render(comparison(), width=60, color=True)
    assert [part.lstrip("\n").split("\n")[0][:25] for part in parts()] == [
        "2 documents compared",
        "── Ines Okafor · substant",
        "── Ole Brandt · ✓ the sam",
        "── In The Morning Tide on",
    ]


def test_an_overview_counts_what_is_shared_and_what_is_not():
    assert "2 statements in more than one place, 1 with a difference that changes the meaning; 2 in one" in (
        " ".join(parts()[0].split())
    )
    calm = attrs.evolve(comparison(), statements=comparison().statements[1:])
    assert "holds what differs" not in render(calm)


def test_what_one_document_has_is_told_with_its_speaker():
    assert "  Ines Okafor: “It does not need me to say so,”" in parts()[3].splitlines()


def test_a_name_too_long_for_its_column_is_cut():
    named = attrs.evolve(morning(), outlet="A very long name of a paper that goes on")
    long = attrs.evolve(comparison(), documents=(named, comparison().documents[1]))
    assert any(line.startswith("A very long …  We {may}") for line in lines(long, width=40))


def test_an_alignment_that_does_not_differ_has_no_list():
    same = attrs.evolve(alignment(), differences=())
    assert lines(same)[3:] == [
        "first   I do not think we can pay 5% of it before May.",
        "second  I think we can pay 6% of it, before May",
    ]
