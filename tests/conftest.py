"""Nothing is timed, nor drawn anew unless much is tried: no busy machine and no unlucky day fails a test."""

import os

from hypothesis import HealthCheck, settings

settings.register_profile(
    "steady",
    deadline=None,
    derandomize="QUOTEVERIFY_FUZZ" not in os.environ,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("steady")
