"""Let a class of simulated students use a JupyterHub on this machine, and print a table.

    python deploy/class_load.py --students 10

Each student runs all cells of lesson 00, while one more loops for ever and another fills the
memory; in the middle, the hub is killed and started again. Linux only.
"""

import argparse
import asyncio
import json
import shutil
import signal
import sys
import tempfile
import time
from pathlib import Path

LESSON = Path(__file__).resolve().parents[1] / "notebooks" / "00_whole_program.ipynb"
INSTALL = """\
다음을 찾지 못했습니다: {missing}
아래와 같이 설치한 다음 다시 실행하세요. Linux에서만 실행됩니다.
Not found: {missing}
Install it as shown below, and run this again. It runs on Linux only.

    python -m pip install "jupyterhub>=6.1" aiohttp
    npm install --prefix FOLDER configurable-http-proxy@5
    python deploy/class_load.py --proxy FOLDER/node_modules/.bin/configurable-http-proxy"""
YES_OR_NO = {True: "예 · yes", False: "아니요 · no"}
MIB = 2**20


def main(arguments=None):
    """Run the class and return 0 where everything went as it should, else 1."""
    options = read_options(arguments)
    programs = {"prlimit": shutil.which("prlimit")}
    for name, given in (("configurable-http-proxy", options.proxy), ("jupyterhub", options.hub)):
        programs[name] = find_program(given or name)
    missing = [name for name, path in programs.items() if not path]
    try:
        from local_hub import LocalHub
    except ModuleNotFoundError as error:
        missing.append(error.name)
    if missing:
        print(INSTALL.format(missing=", ".join(missing)), file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory(prefix="class-", ignore_cleanup_errors=True) as folder:
        hub = LocalHub(
            Path(folder),
            programs["configurable-http-proxy"],
            programs["jupyterhub"],
            options.cpu_seconds,
        )
        try:
            return asyncio.run(run(hub, options))
        except TimeoutError:
            print(
                f"{options.limit}초 안에 끝나지 않아 멈추었습니다.",
                f"Stopped: not finished within {options.limit} seconds.",
                hub.log()[-2000:],
                sep="\n",
                file=sys.stderr,
            )
            return 1
        except (KeyboardInterrupt, asyncio.CancelledError):
            print("멈추었습니다. · Stopped.", file=sys.stderr)
            return 130
        finally:
            hub.stop()


def read_options(arguments):
    """Return the options."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--students", type=int, default=10, help="how many (default 10)")
    parser.add_argument("--proxy", help="the program configurable-http-proxy")
    parser.add_argument("--hub", help="the program jupyterhub")
    parser.add_argument(
        "--cpu-seconds", type=int, default=60, help="end kernels that compute longer (default 60)"
    )
    parser.add_argument(
        "--limit", type=int, default=900, help="stop after so many seconds (default 900)"
    )
    return parser.parse_args(arguments)


def find_program(name):
    """Return the path of a program: beside this Python, on PATH, or as given; else None."""
    return shutil.which(Path(sys.executable).parent / name) or shutil.which(name)


async def run(hub, options):
    """Hold the class within the time limit, print the table and return the exit code."""
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGTERM, asyncio.current_task().cancel)
    print(
        f"학생 {options.students}명이 수업 00을 실행합니다. 몇 분 걸립니다.",
        f"{options.students} students run lesson 00. This takes a few minutes.",
        sep="\n",
        file=sys.stderr,
    )
    async with asyncio.timeout(options.limit):
        await hub.start()
        results, wrong = await hold_class(hub, options)
    print("| | |", "|:--|--:|", sep="\n")
    for label, value in results.items():
        print(f"| {label} | {value} |")
    for line in wrong[:20]:
        print(line, file=sys.stderr)
    return 1 if wrong else 0


async def hold_class(hub, options):
    """Let all students work, and return the table's rows and what went wrong."""
    from student import Student

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
    from student import PROBLEMS

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
        "끊은 끝없는 루프, 다시 시작한 커널 · endless loop ended, kernel begun anew": say(loop),
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
