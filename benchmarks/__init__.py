"""The measurements behind what the lessons on speed claim.

    python -m benchmarks                    every part
    python -m benchmarks steps imports      only these parts
    python -m benchmarks --quick            few repetitions: does it run at all?

Times are printed and never judged. Compare ratios: the two times of a ratio were
taken one shortly after the other, so a busy machine disturbs both alike.
"""

import os
from unittest import mock

# NumPy's library reads this once, when it is loaded. Processes started later shall not see it.
with mock.patch.dict(os.environ, OPENBLAS_NUM_THREADS="1"):
    import numpy  # noqa: F401
