"""Print the table of measurements, part by part."""

import argparse
import os
import platform
import sys
from datetime import date
from pathlib import Path

import torch

from benchmarks import batches, eight_processes, imports, processes, progress_bars, steps
from tutorial_helpers.console import print_on_any_console

# A part is a module with a TITLE and with rows(quick), which yields lines.
PARTS = {
    "steps": steps,
    "batches": batches,
    "progress_bars": progress_bars,
    "imports": imports,
    "eight_processes": eight_processes,
    "processes": processes,
}


def machine():
    """Yield lines that say where and when this is measured."""
    yield f"{processor()}, {os.cpu_count()} cores, {platform.system()} {platform.machine()}"
    yield f"Python {platform.python_version()}, torch {torch.__version__}, {date.today()}"
    if hasattr(os, "getloadavg"):
        yield f"Load before the start: {os.getloadavg()[0]:.1f}"


def processor():
    """Return the processor's name."""
    information = Path("/proc/cpuinfo")
    if information.exists():
        for line in information.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or "unknown processor"


def main(arguments):
    """Measure the parts named in `arguments`, or all of them."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="part", help=", ".join(PARTS))
    parser.add_argument("--quick", action="store_true", help="few repetitions")
    options = parser.parse_args(arguments)
    unknown = set(options.parts) - set(PARTS)
    if unknown:
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    print_on_any_console()
    print(*machine(), "Ratios are medians of pairs, with quartiles in brackets.", sep="\n")
    for name in options.parts or PARTS:
        print(f"\n{name}: {PARTS[name].TITLE}", flush=True)
        for line in PARTS[name].rows(options.quick):
            print(line, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
