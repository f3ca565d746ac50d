"""Print each Korean sentence that kiwipiepy would space differently; this is only advice.

.venv/bin/python tools/spacing.py
"""

from course import print_on_any_console
from proofreading.korean import advise

if __name__ == "__main__":
    print_on_any_console()
    advise()
