"""Environment variables for all tests and for the kernels that nbval starts.

They are read when torch and tqdm are first imported, so they are set before that.
"""

import os

# Tests run side by side; threads that wait must not keep the others from working.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

# A progress bar shows times, which differ from run to run.
os.environ.setdefault("TQDM_DISABLE", "1")
