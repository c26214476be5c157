"""A session of Spark in this process, and why there is none where there is none."""

import os
import shutil
import sys
import warnings
from importlib.util import find_spec
from typing import Any

_THREADS = "16"
"""For each kind of exchange: Spark keeps up to 1,024, more than some machines let one user start."""


def missing() -> str | None:
    """What Spark needs and is not here; None if it can run."""
    for module in ("pyspark", "pyarrow", "pandas"):
        if find_spec(module) is None:
            return f"there is no {module}: pip install 'quoteverify[spark]'"
    if not (os.environ.get("JAVA_HOME") or shutil.which("java")):
        return "Spark needs Java, and there is none"
    return None


def local(cores: int = 2) -> Any:
    """A session on some cores of this machine, with what makes small work quick."""
    # The workers are to be this Python, and nothing is to be asked of a network.
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    os.environ.setdefault("SPARK_LOCAL_HOSTNAME", "localhost")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from pyspark.sql import SparkSession

        session = (
            SparkSession.builder.master(f"local[{cores}]")
            .config("spark.ui.enabled", "false")
            .config("spark.ui.showConsoleProgress", "false")
            .config("spark.sql.shuffle.partitions", str(cores))
            .config("spark.driver.memory", "1g")
            .config("spark.sql.shuffleExchange.maxThreadThreshold", _THREADS)
            .config("spark.sql.broadcastExchange.maxThreadThreshold", _THREADS)
            .config("spark.sql.resultQueryStage.maxThreadThreshold", _THREADS)
            .config("spark.driver.extraJavaOptions", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")
            .getOrCreate()
        )
    session.sparkContext.setLogLevel("ERROR")
    return session
