"""Let a class of simulated students use a JupyterHub on this machine, and print a table.

    python tools/course.py class-load --students 10

Each student runs all cells of the first lesson, while one more loops for ever and another fills the
memory; in the middle, the hub is killed and started again. Linux only.
"""

import argparse
import asyncio
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

LESSON = Path(__file__).resolve().parents[2] / "notebooks" / "00_whole_program.ipynb"
PROXY, PROXY_VERSION = "configurable-http-proxy", "5.3.0"
PROXY_FOLDER = Path(sys.prefix) / "share" / PROXY
YES_OR_NO = {True: "예 · yes", False: "아니요 · no"}
MIB, GIB = 2**20, 2**30
STUDENT_BYTES = 350 * MIB  # measured by this program, and some more
RUNAWAY_BYTES = 3 * GIB  # the two who loop and fill, and the system


def main(arguments=None):
    """Run the class and return 0 where everything went as it should, else 1 or 2."""
    options = read_options(arguments)
    if options.install:
        return 0 if find_program(PROXY) or install_proxy() else 2
    if lacking := what_is_missing(options.students):
        tell(lacking)
        return 2
    if not find_program(PROXY) and not install_proxy():
        return 2
    from benchmarks.class_load.hub import LocalHub

    with tempfile.TemporaryDirectory(prefix="class-", ignore_cleanup_errors=True) as folder:
        hub = LocalHub(
            Path(folder), find_program(PROXY), find_program("jupyterhub"), options.cpu_seconds
        )
        try:
            return asyncio.run(run(hub, options))
        except TimeoutError:
            tell(
                f"{options.limit}초 안에 끝나지 않아 멈추었습니다.",
                f"Stopped: not finished within {options.limit} seconds.",
                hub.log()[-2000:],
            )
            return 1
        except (KeyboardInterrupt, asyncio.CancelledError):
            tell("멈추었습니다. · Stopped.")
            return 130
        finally:
            hub.stop()


def tell(*lines):
    """Print what does not belong to the table."""
    print(*lines, sep="\n", file=sys.stderr)


def read_options(arguments):
    """Return the options."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    for name, default, meaning in (
        ("--students", 10, "how many"),
        ("--cpu-seconds", 60, "end kernels that compute longer"),
        ("--limit", 900, "stop after so many seconds"),
    ):
        parser.add_argument(name, type=int, default=default, help=f"{meaning} (default {default})")
    parser.add_argument("--install", action="store_true", help="install the hub's proxy, no more")
    options = parser.parse_args(arguments)
    if options.students < 1:
        parser.error("--students: 1 이상이어야 합니다. · It must be 1 or more.")
    return options


def what_is_missing(n_students):
    """Return what this machine lacks for the class, in words, or an empty text."""
    programs = ["prlimit", "jupyterhub"] + ([] if find_program(PROXY) else ["npm"])
    missing = [name for name in programs if not find_program(name)]
    if missing:
        names = ", ".join(missing)
        return (
            f"다음 프로그램을 찾지 못했습니다: {names}\n"
            "설치한 다음 make class-load를 다시 실행하세요. jupyterhub는 make class-load가 "
            "설치하고, prlimit은 Linux의 util-linux에, npm은 Node.js에 들어 있습니다.\n"
            f"These programs were not found: {names}\n"
            "Install them, then run make class-load again. It installs jupyterhub itself; "
            "prlimit is part of Linux's util-linux, and npm comes with Node.js."
        )
    import psutil

    needed = (n_students * STUDENT_BYTES + RUNAWAY_BYTES) / GIB
    free = psutil.virtual_memory().available / GIB
    if free < needed:
        return (
            f"학생 {n_students}명에게는 메모리가 {needed:.1f} GiB 필요한데, {free:.1f} GiB만 남아 "
            "있습니다. --students에 더 작은 수를 적으세요.\n"
            f"{n_students} students need {needed:.1f} GiB of memory, but {free:.1f} GiB are free. "
            "Give --students a smaller number."
        )
    return ""


def find_program(name):
    """Return the path of a program: next to this Python, from npm, or on PATH; else None."""
    folders = [Path(sys.executable).parent, PROXY_FOLDER / "node_modules" / ".bin"]
    return shutil.which(name, path=os.pathsep.join([*map(str, folders), os.environ["PATH"]]))


def install_proxy():
    """Install the hub's proxy with npm, next to this Python, and return whether that worked."""
    tell(f"{PROXY}를 npm으로 설치합니다.", f"Installing {PROXY} with npm.")
    npm = [find_program("npm"), "install", "--no-audit", "--no-fund", "--prefix", PROXY_FOLDER]
    PROXY_FOLDER.mkdir(parents=True, exist_ok=True)
    done = subprocess.run([*npm, f"{PROXY}@{PROXY_VERSION}"], stdout=sys.stderr)
    if done.returncode != 0:
        tell(
            "설치하지 못했습니다. 까닭은 위에 적혀 있습니다. 고친 뒤 다시 하세요.",
            "The installation failed: see the error above; fix it and try again.",
        )
    return done.returncode == 0


async def run(hub, options):
    """Hold the class within the time limit, print the table and return the exit code."""
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGTERM, asyncio.current_task().cancel)
    tell(
        f"학생 {options.students}명이 첫 수업을 실행합니다. 몇 분 걸립니다.",
        f"{options.students} students run the first lesson. This takes a few minutes.",
    )
    async with asyncio.timeout(options.limit):
        await hub.start()
        results, wrong = await hold_class(hub, options)
    print("| | |", "|:--|--:|", sep="\n")
    for label, value in results.items():
        print(f"| {label} | {value} |")
    if wrong:
        tell(*wrong[:20])
    return 1 if wrong else 0


async def hold_class(hub, options):
    """Let all students work, and return the table's rows and what went wrong."""
    from benchmarks.class_load.student import Student

    notebook = json.loads(LESSON.read_text(encoding="utf-8"))
    after_restart, begin = asyncio.Event(), time.monotonic()
    students = [Student(hub, f"student{number}") for number in range(options.students)]
    looping, filling = Student(hub, "looping"), Student(hub, "filling")
    everybody = [*students, looping, filling]
    try:
        async with asyncio.TaskGroup() as group:
            loop = group.create_task(outcome(looping.loop_for_ever(notebook)))
            fill = group.create_task(outcome(filling.fill_memory(notebook)))
            work = [group.create_task(each.take(notebook, after_restart)) for each in students]
            await middle(everybody, students, notebook)
            await hub.restart_hub()
            after_restart.set()
            await asyncio.wait(work)
            total = time.monotonic() - begin
            memory = await asyncio.to_thread(hub.memory)
    finally:
        for each in everybody:
            await each.http.close()
    return table(hub, students, total, memory, loop.result(), fill.result())


async def outcome(work):
    """Return what a runaway student's work returns, or what went wrong, in words."""
    from benchmarks.class_load.student import PROBLEMS

    try:
        return await work
    except PROBLEMS as problem:
        return f"{type(problem).__name__}: {problem}"


async def middle(everybody, students, notebook):
    """Wait until all lessons are open and half of their cells have run."""
    n_cells = sum(cell["cell_type"] == "code" for cell in notebook["cells"])
    while not all(student.is_open for student in everybody) or (
        sum(student.n_run for student in students) < n_cells * len(students) / 2
        and not all(student.seconds or student.wrong for student in students)
    ):
        await asyncio.sleep(0.1)


def table(hub, students, total, memory, loop, fill):
    """Return the rows of the table, and all that went wrong."""
    n_students = len(students)
    right = [student for student in students if student.seconds and not student.wrong]
    survivors = sum(student.survived for student in students)
    runaways = sum(sum(memory.pop(name, {}).values()) for name in ("looping", "filling"))
    together = sum(sum(kinds.values()) for kinds in memory.values())
    per_student = {
        kind: sum(memory.get(student.name, {}).get(kind, 0) for student in students) / n_students
        for kind in ("server", "kernel")
    }
    errors = hub.errors()
    slowest = max((student.seconds or 0 for student in students), default=0)
    rows = {
        "학생 · students": n_students,
        "수가 모두 맞은 학생 · with all numbers right": len(right),
        "걸린 시간 · total time": f"{total:.0f} s",
        "가장 느린 학생 · slowest student": f"{slowest:.0f} s",
        "학생 한 명의 서버 · server of one student": f"{per_student['server'] / MIB:.0f} MiB",
        "학생 한 명의 커널 · kernel of one student": f"{per_student['kernel'] / MIB:.0f} MiB",
        "학생, 허브, 프록시 모두 · students, hub and proxy in all": f"{together / MIB:,.0f} MiB",
        "폭주한 두 학생 · the two runaway students": f"{runaways / MIB:,.0f} MiB",
        "끊은 끝없는 루프, 다시 시작한 커널 · endless loop ended, kernel restarted": say(loop),
        "MemoryError 뒤에도 남은 커널 · kernel that stays after a MemoryError": say(fill),
        "허브를 다시 시작한 뒤 남은 커널 · kernels that survived the restart": survivors,
        "허브 로그의 오류 · errors in the hub's log": len(errors),
    }
    wrong = [f"{student.name}: {text}" for student in students for text in student.wrong]
    wrong += errors
    if not (len(right) == survivors == n_students and loop is True and fill is True):
        wrong.insert(0, "뜻대로 되지 않은 것이 있습니다. · Not everything went as it should.")
    return rows, wrong


def say(result):
    """Return yes, no, or the words that a runaway student's work ended in."""
    return YES_OR_NO[result] if isinstance(result, bool) else result


if __name__ == "__main__":
    sys.exit(main())
