"""Make assignments for nbgrader from the lessons, in dist/assignments/.

    python tools/course.py assignments [--output FOLDER]

Each language gets a folder that nbgrader takes for a course. An assignment holds the exercises
of a lesson after the code of the lesson that they use; blanks, solutions, checks and points come
from the lesson and from EXERCISES.
"""

import argparse
import ast
import re
import symtable
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell

from cells import MADE
from course import print_on_any_console
from lessons import ROOT, scripts_of
from publishing import publish
from running import LeftAloneError
from tutorial_editions.language import LANGUAGES, Edition, tags_of
from tutorial_helpers.exercises import EXERCISES

CONFIG = "nbgrader_config.py"
SECTION = "## 연습 · Exercises"
INTRODUCTION = {
    "ko": "이 수업의 연습입니다. 연습에 쓰는 수업의 코드가 먼저 나오므로 위에서부터 차례로 "
    "실행하세요. 답은 채점하는 셀에서 자동으로 채점합니다.",
    "en": "These are the exercises of this lesson. The code of the lesson that they use comes "
    "first, so run the cells from the top. Your answers are graded automatically.",
}

_CONFIG = Path(__file__).with_name("nbgrader_config.py.in").read_text("utf-8")

# A student can see all of a check but what the grader does before it.
_TESTS = """\
# 채점하는 셀({points}점) · the cell that is graded ({points} points)
### BEGIN HIDDEN TESTS
from tutorial_editions.grading.kernel import put_back

put_back()
### END HIDDEN TESTS
from tutorial_helpers.exercises import {name}

{name}.diagnose({answer}).demand_right()"""


class NotInLessonError(LookupError):
    """A lesson lacks the blank or the solution of an exercise."""

    def __init__(self, exercise):
        super().__init__(
            f"수업 {exercise.lesson}에 {exercise.name}의 빈칸이나 풀이가 없습니다.\n"
            f"Lesson {exercise.lesson} lacks the blank or the solution of {exercise.name}."
        )


class Parts(NamedTuple):
    """The code around an answer: what comes before it, the answer, and what comes after."""

    before: str
    answer: str
    after: str


def parts_of(code, answer):
    r"""Return code in three parts, None if it does not define the answer.

    Examples
    --------
    >>> parts_of("import math\n\n\ndef f(x):\n    return x\n\n\nprint(f(1))", "f")
    Parts(before='import math', answer='def f(x):\n    return x', after='print(f(1))')
    >>> parts_of("x = 1", "f")
    """
    lines = code.splitlines()
    for node in ast.parse(code).body:
        if getattr(node, "name", None) == answer:
            pieces = lines[: node.lineno - 1], lines[node.lineno - 1 : node.end_lineno]
            return Parts(
                *("\n".join(piece).strip("\n") for piece in (*pieces, lines[node.end_lineno :]))
            )
    return None


def answer_of(exercise):
    """Return the name that the answer to an exercise has in its lesson."""
    return exercise.name.removeprefix("check_")


def exercises_of(path):
    """Return the checked exercises of a lesson."""
    return [exercise for exercise in EXERCISES if exercise.lesson == path.name[:2]]


def find(codes, exercise):
    """Return the place and the parts of the code that calls the check of an exercise.

    Raises
    ------
    NotInLessonError
        If no code or several call the check of an answer that they define.
    """
    answer = answer_of(exercise)
    call = rf"(?m)^{exercise.name}\({answer}\)$"
    found = [(i, parts_of(code, answer)) for i, code in codes.items() if re.search(call, code)]
    if len(found) != 1 or found[0][1] is None:
        raise NotInLessonError(exercise)
    return found[0]


def code_of_solutions(cells):
    """Return the code of all solutions, by its place among the cells."""
    blocks = {
        i: re.search(r"```python\n(.*?)```", cell.source, re.DOTALL)
        for i, cell in enumerate(cells)
        if "solution" in tags_of(cell)
    }
    return {i: block[1] for i, block in blocks.items() if block}


def cells_of(exercise, blank, solution):
    """Return the cells of an exercise: for the answer, to try it out, and to grade it.

    The blank comes first and the solution defines the same name again, so that taking the
    solution away leaves the blank of the lesson, whatever its form.
    """
    answer = answer_of(exercise)
    right = f"{solution.before}\n\n\n{solution.answer}".strip()
    source = f"{blank.answer}\n### BEGIN SOLUTION\n{right}\n### END SOLUTION"
    tests = _TESTS.format(name=exercise.name, answer=answer, points=exercise.minutes)
    cells = [
        new_code_cell(blank.before, id=f"{answer}-before", metadata=given(f"{answer}-before")),
        new_code_cell(source, id=answer, metadata=graded(answer, solution=True)),
        new_code_cell(blank.after, id=f"{answer}-after"),
        new_code_cell(
            tests,
            id=exercise.name,
            # Jupyter goes on below a check that is not passed yet.
            metadata={"tags": ["raises-exception"]}
            | graded(exercise.name, grade=True, locked=True, points=exercise.minutes),
        ),
    ]
    return [cell for cell in cells if cell.source]


def graded(grade_id, **more):
    """Return the metadata by which nbgrader knows a cell.

    Examples
    --------
    >>> graded("draw", solution=True)["nbgrader"]["solution"]
    True
    """
    about = {"grade": False, "locked": False, "solution": False, "task": False}
    return {"nbgrader": {"schema_version": 3, "grade_id": grade_id, **about, **more}}


def given(name):
    """Return the metadata of code that is given: nbgrader locks it, and puts it back if need be."""
    return graded(name, locked=True)


def assignment_of(path, language):
    """Return the exercises of a stored notebook as an assignment, with solutions and tests."""
    notebook = nbformat.read(path, as_version=4)
    notebook.metadata.pop(MADE, None)
    title = notebook.cells[0]
    solutions = code_of_solutions(notebook.cells)
    before, section = needed_cells(notebook)
    for cell in before:
        cell.metadata.update(given(cell.id))
    notebook.cells = [title, *before, *section]
    edition = Edition(language=language, solutions=False, outputs=False)
    notebook, _ = edition.preprocess(notebook, {})
    codes = {i: cell.source for i, cell in enumerate(notebook.cells) if cell.cell_type == "code"}
    instead = {}
    for exercise in exercises_of(path):
        place, blank = find(codes, exercise)
        _, solution = find(solutions, exercise)
        instead[place] = cells_of(exercise, blank, solution)
    groups = [instead.get(i, [cell]) for i, cell in enumerate(notebook.cells)]
    notebook.cells = [cell for group in groups for cell in group]
    notebook.cells.insert(1, new_markdown_cell(INTRODUCTION[language], id="introduction"))
    nbformat.validate(notebook)
    return notebook


# The code that the exercises use


def needed_cells(notebook):
    """Return the cells of a solved lesson that its exercises need, and those of the exercises."""
    sources = [cell.source for cell in notebook.cells]
    start = sources.index(SECTION)
    after = (i for i, source in enumerate(sources) if i > start and source.startswith("## "))
    section = notebook.cells[start : next(after, None)]
    code = [
        cell
        for cell in notebook.cells[:start]
        if cell.cell_type == "code" and "language-switch" not in tags_of(cell)
    ]
    solved = [cell.source for cell in section if cell.cell_type == "code"]
    solved += code_of_solutions(section).values()
    chosen = needed_code([cell.source for cell in code], solved)
    return [cell for i, cell in enumerate(code) if i in chosen], section


def needed_code(cells, last):
    """Return which cells of code the last ones need to run as if all had run.

    Cells that import stay, so that answers may use the same packages as the lesson.

    Parameters
    ----------
    cells, last : list of str

    Returns
    -------
    set of int

    Examples
    --------
    >>> cells = ["a = 1", "b = []", "b.append(a)", "c = 2", "def f(): return a + d", "d = 3"]
    >>> sorted(needed_code(cells, ["print(b)"]))
    [0, 1, 2]
    >>> sorted(needed_code(cells, ["print(f())"]))
    [0, 4, 5]
    """
    by_calls, found = None, set()  # what functions look up when they are called
    while by_calls != found:
        by_calls, chosen = found, set()
        needed = by_calls.union(*(names_before(code, set()) for code in last))
        for i in reversed(range(len(cells))):
            statements = ast.parse(cells[i]).body
            if any(
                isinstance(statement, _IMPORTS) or needed & (bound(statement) | changed(statement))
                for statement in statements
            ):
                chosen.add(i)
                needed = names_before(cells[i], needed)
                defined = (node for node in statements if isinstance(node, _DEFINITIONS))
                found = found.union(*map(looked_up, defined))
    return chosen


_DEFINITIONS = (ast.FunctionDef, ast.ClassDef)
_IMPORTS = (ast.Import, ast.ImportFrom)
_PLAIN = (*_DEFINITIONS, *_IMPORTS, ast.Assign)


def names_before(code, needed):
    """Return the names that must be there before some code if others are needed after it."""
    for statement in reversed(ast.parse(code).body):
        replaced = bound(statement) if isinstance(statement, _PLAIN) else set()
        needed = (needed - replaced) | looked_up(statement)
    return needed


def _symbols(statement):
    """Return a statement's symbols, and those of the functions and classes in it."""
    tables = [symtable.symtable(ast.unparse(statement), "cell", "exec")]
    for table in tables:
        tables += table.get_children()
    return [table.get_symbols() for table in tables]


def bound(statement):
    """Return the names to which a statement gives a value.

    Examples
    --------
    >>> sorted(bound(ast.parse("for t in x: a, b.c = t").body[0]))
    ['a', 't']
    """
    own, *_ = _symbols(statement)
    return {symbol.get_name() for symbol in own if symbol.is_assigned() or symbol.is_imported()}


def looked_up(statement):
    """Return the names that a statement needs, also when its functions are called.

    Examples
    --------
    >>> sorted(looked_up(ast.parse("def f(a): b = a + c; return b").body[0]))
    ['c']
    >>> sorted(looked_up(ast.parse("for t in x: a += t").body[0]))
    ['a', 'x']
    """
    own, *inner = _symbols(statement)
    names = {symbol.get_name() for symbol in own if symbol.is_referenced()}
    names |= {s.get_name() for table in inner for s in table if s.is_referenced() and s.is_global()}
    named_here = set()
    for node in ast.walk(statement):
        if isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name):
            names.add(node.target.id)
        elif isinstance(node, ast.For):
            named_here |= {name.id for name in ast.walk(node.target) if isinstance(name, ast.Name)}
        elif isinstance(node, ast.ExceptHandler):
            named_here.add(node.name)
    return names - named_here


def _outside_functions(node):
    """Yield a node and those in it, but nothing inside functions and classes."""
    yield node
    if not isinstance(node, (*_DEFINITIONS, ast.Lambda)):
        for child in ast.iter_child_nodes(node):
            yield from _outside_functions(child)


def changed(statement):
    """Return the names of what a statement changes in place, as far as one can tell.

    Examples
    --------
    >>> sorted(changed(ast.parse("for t in x: a.append(t); b.c[0] = t; f().g()").body[0]))
    ['a', 'b']
    """
    names = set()
    for node in _outside_functions(statement):
        if isinstance(node, (ast.Attribute, ast.Subscript)) and isinstance(node.ctx, ast.Store):
            names.add(_owner(node))
        elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
            names.add(_owner(getattr(node.value.func, "value", None)))  # of a method
    return names - {None, "plt", "ax", "torch"}


def _owner(node):
    while isinstance(node, (ast.Attribute, ast.Subscript)):
        node = node.value
    return node.id if isinstance(node, ast.Name) else None


# Files


def files_of(paths):
    """Yield the path and the content of each file that is made from stored notebooks."""
    for language in LANGUAGES:
        yield f"{language}/{CONFIG}", _CONFIG.format(language=language).encode()
        for path in filter(exercises_of, paths):
            folder = f"{language}/source/{path.stem}"
            notebook = assignment_of(path, language)
            yield f"{folder}/{path.name}", f"{nbformat.writes(notebook)}\n".encode()
            for script in scripts_of(path):
                yield f"{folder}/{script.name}", script.read_bytes()


def main(arguments):
    """Make the assignments of all lessons; return an exit status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    default = ROOT / "dist" / "assignments"
    parser.add_argument("--output", type=Path, default=default, help="else dist/assignments")
    output = parser.parse_args(arguments).output
    print_on_any_console()
    try:
        with tempfile.TemporaryDirectory() as folder:
            files = dict(files_of(publish(Path(folder, "lessons"), outputs=False)))
    except (LeftAloneError, NotInLessonError) as error:
        print(error, file=sys.stderr)
        return 1
    for name, content in files.items():
        (output / name).parent.mkdir(parents=True, exist_ok=True)
        (output / name).write_bytes(content)
    print(f"nbgrader의 과제 · assignments for nbgrader: {output}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
