"""What everything hands round: frozen records and the enumerations they use.

Every offset is a half-open ``start``/``end`` in code points of the text the caller
handed in; every score runs from 0 to 1. Records hold tuples and plain values only,
so they pickle, compare, hash and round-trip through JSON.

``enumerations`` and ``reasons`` name what there is, and ``taxonomy`` the kinds of difference;
``spans`` are places in a text, ``quotes`` what stands there and who said it, and rows of such are
``listed``. ``differences`` lay two wordings side by side, ``statements`` those of several documents, and
``verifications`` are of claims that were looked for. ``explanations`` tell why a quote is what it is, and
``corrections`` what people made of it. Import any name from here.
"""

from quoteverify.models.corrections import Correction, CorrectionKind
from quoteverify.models.differences import Alignment, Difference, Segment, gravest
from quoteverify.models.enumerations import (
    CitationFinding,
    ContextFinding,
    Operation,
    QuoteKind,
    ReportKind,
    Severity,
    SpeakerFinding,
    SpeakerKind,
    Wording,
)
from quoteverify.models.explanations import Candidate, Explanation, Feature, Proposal, Step
from quoteverify.models.listed import Listed
from quoteverify.models.quotes import Attribution, Document, Quote, Report, Speaker
from quoteverify.models.reasons import Basis, Reason
from quoteverify.models.spans import Marks, Span, Timing
from quoteverify.models.statements import (
    Column,
    Comparison,
    Statement,
    Variant,
    VariantTable,
    gravest_first,
)
from quoteverify.models.taxonomy import TAXONOMY, DifferenceKind, Family, KindEntry
from quoteverify.models.verifications import (
    CheckReport,
    Citation,
    OtherWording,
    Passage,
    Record,
    Searched,
    Unchecked,
    Verification,
)

__all__ = [
    "TAXONOMY",
    "Alignment",
    "Attribution",
    "Basis",
    "Candidate",
    "CheckReport",
    "Citation",
    "CitationFinding",
    "Column",
    "Comparison",
    "ContextFinding",
    "Correction",
    "CorrectionKind",
    "Difference",
    "DifferenceKind",
    "Document",
    "Explanation",
    "Family",
    "Feature",
    "KindEntry",
    "Listed",
    "Marks",
    "Operation",
    "OtherWording",
    "Passage",
    "Proposal",
    "Quote",
    "QuoteKind",
    "Reason",
    "Record",
    "Report",
    "ReportKind",
    "Searched",
    "Segment",
    "Severity",
    "Span",
    "Speaker",
    "SpeakerFinding",
    "SpeakerKind",
    "Statement",
    "Step",
    "Timing",
    "Unchecked",
    "Variant",
    "VariantTable",
    "Verification",
    "Wording",
    "gravest",
    "gravest_first",
]
