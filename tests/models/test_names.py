"""The package names every record of its modules, and no others."""

import importlib
import pkgutil

import attrs
import pytest

from quoteverify import models

MODULES = [
    importlib.import_module(f"quoteverify.models.{m.name}") for m in pkgutil.iter_modules(models.__path__)
]
HOMES = {
    name: module
    for module in MODULES
    for name, value in vars(module).items()
    if isinstance(value, type) and value.__module__ == module.__name__ and not name.startswith("_")
}


def test_every_class_of_the_modules_can_be_imported_from_the_package():
    for name, module in HOMES.items():
        assert getattr(models, name) is getattr(module, name)


def test_what_is_listed_is_there_and_every_class_is_listed():
    assert sorted(models.__all__, key=str) == sorted(set(models.__all__), key=str)
    assert set(models.__all__) >= set(HOMES)
    assert all(hasattr(models, name) for name in models.__all__)
    assert set(models.__all__) - set(HOMES) == {"Record", "TAXONOMY", "gravest", "gravest_first"}


# What a record has where nothing is said: what older files are read with, and callers leave out.
DEFAULTS = {
    "Attribution": {
        "speaker": None, "mention": None, "antecedent": None, "cue": None, "addressee": None,
        "reason": "none", "resolution": "", "confidence": 0.0,
    },
    "Quote": {
        "kind": "speech", "kind_rule": "", "marks": (), "attribution": models.Attribution(), "gaps": (),
    },
    "Report": {"kind": "said", "negated": False, "quotes": (), "attribution": models.Attribution()},
    "Speaker": {"aliases": (), "kind": "unknown"},
    "Document": {
        "id": "", "outlet": None, "title": None, "url": None, "published": None, "quotes": (),
        "reports": (), "speakers": (), "timings": (), "lang": None, "pages": (),
    },
    "Difference": {"marked": False, "passage": None},
    "Variant": {"wording": "verbatim", "differences": (), "report_id": None},
    "Statement": {
        "speakers": (), "disputed": False, "base": 0, "first": None, "columns": (), "copies": (),
    },
    "Passage": {
        "speaker": None, "source": "", "url": None, "excerpt": "", "excerpt_start": 0, "time": None,
        "page": None,
    },
    "Searched": {"ids": (), "in_other_languages": 0},
    "Verification": {
        "speaker": None, "speaker_finding": "not_checked", "speaker_rule": "no_speaker_claimed",
        "context": "not_checked", "context_rule": "nothing_found", "passages": (), "alternatives": (),
        "other_wordings": (), "nearest": None, "differences": (), "surroundings": (), "policy": None,
        "disallowed": (),
        "citation": None, "citation_finding": "not_checked", "citation_rule": "nothing_cited",
    },
    "OtherWording": {"differences": (), "also_in": ()},
    "Citation": {"document_ids": (), "source": ""},
    "Unchecked": {"spans": (), "text": ""},
    "CheckReport": {"accepted": (), "quote_ids": (), "unchecked": ()},
    "Correction": {"exact": "", "prefix": "", "suffix": "", "speaker": None, "names": ()},
    "Candidate": {"cue": None, "features": ()},
    "Step": {"span": None},
    "Explanation": {
        "same": True, "proposals": (), "candidates": (), "steps": (), "people": (), "features": (),
        "odds": None,
    },
}  # fmt: skip


@pytest.mark.parametrize("name", [name for name in HOMES if attrs.has(getattr(models, name))])
def test_what_is_left_out_of_a_record_stands_for_nothing_known(name):
    def default(value):
        return value.factory() if isinstance(value, attrs.Factory) else value

    fields = attrs.fields(getattr(models, name))
    given = {field.name: default(field.default) for field in fields if field.default is not attrs.NOTHING}
    assert given == DEFAULTS.get(name, {})


@pytest.mark.parametrize("name", [name for name in HOMES if attrs.has(getattr(models, name))])
def test_a_record_cannot_be_changed_and_says_its_fields_by_name(name):
    kind = getattr(models, name)
    assert kind.__setattr__ is not object.__setattr__
    positional = [field.name for field in attrs.fields(kind) if not field.kw_only]
    assert len(positional) <= 4
