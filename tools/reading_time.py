"""Print what each lesson holds and how many minutes it takes.

.venv/bin/python tools/reading_time.py
"""

from course import print_on_any_console
from lessons import LESSONS, read_notebook
from proofreading.minutes import amounts_in, minutes_for

KINDS = "ko", "en", "code", "picture", "formula", "bet", "exercise", "question"

if __name__ == "__main__":
    print_on_any_console()
    print(*(f"{kind:>8}" for kind in KINDS), "pictures in 1,000 en", "minutes", "lesson", sep="  ")
    for script in LESSONS:
        amounts = amounts_in(read_notebook(script))
        rate = 1000 * amounts["picture"] / amounts["en"]
        numbers = [f"{amounts[kind]:8,}" for kind in KINDS]
        print(*numbers, f"{rate:20.1f}", f"{minutes_for(amounts):7}", script.stem, sep="  ")
