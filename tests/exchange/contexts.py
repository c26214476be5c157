"""The terms of two vocabularies, as far as they are used here, so that nothing is fetched.

Those of the W3C: https://www.w3.org/TR/annotation-vocab/, appendix A. Those of schema.org: what it has a
property for keeps its name, and what is a date or an address says so.
"""

OA, AS, DC = "http://www.w3.org/ns/oa#", "http://www.w3.org/ns/activitystreams#", "http://purl.org/dc/"
RDF, RDFS = "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "http://www.w3.org/2000/01/rdf-schema#"
XSD, SCHEMA = "http://www.w3.org/2001/XMLSchema#", "http://schema.org/"

_KINDS = ("Annotation", "SpecificResource", "TextualBody", "TextPositionSelector", "TextQuoteSelector")
_PURPOSES = ("classifying", "describing", "identifying", "linking", "tagging")
_LINKS = {
    "body": f"{OA}hasBody",
    "target": f"{OA}hasTarget",
    "source": f"{OA}hasSource",
    "selector": f"{OA}hasSelector",
    "conformsTo": f"{DC}terms/conformsTo",
    "partOf": f"{AS}partOf",
    "first": f"{AS}first",
    "last": f"{AS}last",
}
_NUMBERS = {
    "start": f"{OA}start",
    "end": f"{OA}end",
    "total": f"{AS}totalItems",
    "startIndex": f"{AS}startIndex",
}
ANNOTATION = {
    "id": "@id",
    "type": "@type",
    **{name: f"{OA}{name}" for name in (*_KINDS, *_PURPOSES, "exact", "prefix", "suffix")},
    "AnnotationCollection": f"{AS}OrderedCollection",
    "AnnotationPage": f"{AS}OrderedCollectionPage",
    "value": f"{RDF}value",
    "format": f"{DC}elements/1.1/format",
    "label": f"{RDFS}label",
    "motivation": {"@id": f"{OA}motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": f"{OA}hasPurpose", "@type": "@vocab"},
    "items": {"@id": f"{AS}items", "@type": "@id", "@container": "@list"},
    **{name: {"@id": iri, "@type": "@id"} for name, iri in _LINKS.items()},
    **{name: {"@id": iri, "@type": f"{XSD}nonNegativeInteger"} for name, iri in _NUMBERS.items()},
}
SCHEMA_ORG = {
    "@vocab": SCHEMA,
    "url": {"@id": f"{SCHEMA}url", "@type": "@id"},
    "datePublished": {"@id": f"{SCHEMA}datePublished", "@type": f"{SCHEMA}Date"},
}
CONTEXTS = {"http://www.w3.org/ns/anno.jsonld": ANNOTATION, "https://schema.org": SCHEMA_ORG}


def load(url, options=None):
    """A document loader for pyld that knows these contexts and no others."""
    return {
        "contentType": "application/ld+json",
        "contextUrl": None,
        "documentUrl": url,
        "document": {"@context": CONTEXTS[url]},
    }
