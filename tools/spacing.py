"""Print each Korean sentence that kiwipiepy would space differently; this is only advice.

.venv/bin/python tools/spacing.py
"""

from proofreading.korean import advise
from tutorial_helpers.console import print_on_any_console

if __name__ == "__main__":
    print_on_any_console()
    advise()
