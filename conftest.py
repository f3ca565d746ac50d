"""What holds for all tests, and for the kernels that nbval starts.

Environment variables are read when torch and tqdm are first imported, so they are set before that.
"""

import os

# Tests run side by side; threads that wait must not keep the others from working.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

# A progress bar shows times, which differ from run to run.
os.environ.setdefault("TQDM_DISABLE", "1")

# Looking for doctests in a lesson would run it.
collect_ignore_glob = ["notebooks/*.py", "docs/*.py", "dist/*.py"]

# What takes longest begins first, so that no process waits for another in the end.
LONGEST = ("test_numbers.py", "test_other_machines.py", "test_browser.py")


def pytest_collection_modifyitems(items):
    """Put the tests that take longest first."""
    items.sort(key=lambda item: item.path.name not in LONGEST)
