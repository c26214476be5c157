"""The same work on a Spark cluster: ``extract``, ``pair``, ``statements`` and ``verify`` on DataFrames.

Rows travel between Spark and Python as Arrow's record batches; what is done with them are the functions
that do it in one process. Needs the extra ``spark`` and a Java that Spark runs on.
"""

from quoteverify.spark.pairing import pair
from quoteverify.spark.reading import extract
from quoteverify.spark.statements import statements
from quoteverify.spark.verification import verify

__all__ = ["extract", "pair", "statements", "verify"]
