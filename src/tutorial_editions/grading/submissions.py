"""What students hand in, made ready for nbgrader: read, and with the teacher's cells in place."""

import re
from copy import deepcopy
from pathlib import Path

import nbformat
from nbconvert.exporters import NotebookExporter
from nbconvert.preprocessors import Preprocessor
from nbformat.v4 import new_code_cell, new_markdown_cell, upgrade
from traitlets import Bool

_WORDS = (
    "채점에 필요한 셀이 빠지거나 겹치거나 바뀌거나 옮겨져 있어서, 제자리에 다시 두고 "
    "채점했습니다.\n\n"
    "Cells that grading needs were missing, doubled, changed or moved, so they were put back "
    "in place before grading."
)


class UnreadableSubmissionError(ValueError):
    """A file that was handed in is no notebook."""

    def __init__(self, reason):
        super().__init__(
            "제출한 파일을 노트북으로 읽을 수 없어서 이 학생은 채점하지 못했습니다. "
            "JupyterLab에서 열리는 파일을 다시 받으세요.\n"
            "The file that was handed in cannot be read as a notebook, so this student was not "
            f"graded. Ask for a file that JupyterLab opens. ({reason})"
        )


class SubmissionExporter(NotebookExporter):
    """Read a submission, and say in both languages if that cannot be done."""

    def from_file(self, file_stream, resources=None, **more):
        """Convert a notebook from an open file.

        Raises
        ------
        UnreadableSubmissionError
            If the file is no notebook.
        """
        try:
            notebook = nbformat.read(file_stream, as_version=4)
            notebook = upgrade(notebook, notebook.nbformat, notebook.nbformat_minor)
            notebook.metadata.update()
            for cell in notebook.cells:
                cell.metadata.update(), cell.source.strip(), cell.cell_type
        except Exception as error:  # nbformat has no error of its own for most broken files
            raise UnreadableSubmissionError(f"{type(error).__name__}: {error!s:.100}") from None
        return self.from_notebook_node(notebook, resources=resources, **more)

    def from_notebook_node(self, notebook, resources=None, **more):
        """Convert a notebook; half characters, which no file can hold, become question marks."""
        text, resources = super().from_notebook_node(notebook, resources, **more)
        return text.encode("utf-8", "replace").decode("utf-8"), resources


class TeachersCells(Preprocessor):
    """Put the teacher's cells of a submission in place; see `with_teachers_cells`."""

    enabled = Bool(True).tag(config=True)

    def preprocess(self, notebook, resources):
        """Return the submission with the teacher's cells in place, and its resources."""
        about, course = resources["nbgrader"], self.parent.parent.coursedir
        folder = course.format_path(course.source_directory, ".", about["assignment"])
        source = nbformat.read(Path(folder, f"{about['notebook']}.ipynb"), as_version=4)
        notebook.cells, changed = with_teachers_cells(notebook.cells, source.cells)
        if changed:
            notebook.cells.insert(0, new_markdown_cell(_WORDS))
            self.log.warning("%s: %s", about["student"], _WORDS.replace("\n\n", " "))
        return notebook, resources


def name_of(cell):
    """Return the name by which nbgrader knows a cell, None if it does not.

    Examples
    --------
    >>> name_of(new_code_cell("", metadata={"nbgrader": {"grade_id": "draw"}}))
    'draw'
    >>> name_of(new_code_cell("", metadata={"nbgrader": {}}))
    """
    about = cell.metadata.get("nbgrader")
    name = about.get("grade_id") if isinstance(about, dict) else None
    return name if isinstance(name, str) else None


def with_teachers_cells(cells, source):
    """Return a submission's cells with the teacher's in place, and whether any was put back.

    The teacher's cells are those that are locked in the assignment: the code that exercises
    build on, and the checks. All other cells are the student's. They stay, in their order, and
    all of them run, so of an answer that is there twice, what was defined last counts. The
    pieces of an answer that was split are joined if they are no Python otherwise. A teacher's
    cell that a student changed stays as a cell of the student.

    A check stands below the last cell of its answer. Code that exercises build on goes to the
    top if some of it is missing or no longer in order. What is in place is not touched.

    Parameters
    ----------
    cells : list of NotebookNode
        The cells that were handed in.
    source : list of NotebookNode
        The cells of the assignment.

    Returns
    -------
    cells : list of NotebookNode
    changed : bool

    Examples
    --------
    >>> answer = new_code_cell("def f(): ...", metadata={"nbgrader": {
    ...     "grade_id": "f", "grade": False, "locked": False, "solution": True}})
    >>> check = new_code_cell("check_f(f)", metadata={"nbgrader": {
    ...     "grade_id": "check_f", "grade": True, "locked": True, "solution": False}})
    >>> later = deepcopy(answer)
    >>> later.source = "def f(): return 1"
    >>> cells, changed = with_teachers_cells([answer, check, later], [answer, check])
    >>> [cell.source for cell in cells], changed
    (['def f(): ...', 'def f(): return 1', 'check_f(f)'], True)
    """
    source = {name_of(cell): cell for cell in source if name_of(cell)}
    before = _joined([_recognized(cell, source) for cell in deepcopy(cells)])
    after = _with_checks(_with_setup(before, source), source)
    return _each_name_once(after, source), [*map(id, after)] != [*map(id, before)]


def _recognized(cell, source):
    """Return a cell as the assignment knows it, without a name if it is the student's own."""
    teachers = source.get(name_of(cell))
    cell.metadata.pop("nbgrader", None)
    if teachers is None:
        return cell
    if (_is_check(teachers) or _is_given(teachers)) and _shown(teachers) != cell.source.strip():
        return cell
    if teachers.cell_type == "code" and cell.cell_type != "code":
        cell = new_code_cell(cell.source)
    cell.metadata["nbgrader"] = deepcopy(teachers.metadata["nbgrader"])
    return cell


def _joined(cells):
    """Join neighbors that are pieces of one answer."""
    joined = []
    for cell in cells:
        upper, name = joined[-1] if joined else None, name_of(cell)
        if upper and name and name == name_of(upper) and (code := _whole(upper, cell)):
            upper.source = code
        else:
            joined.append(cell)
    return joined


def _whole(upper, lower):
    """Return the code that was split into two cells, None if it was not."""
    pieces = upper.source, lower.source
    if all(map(_is_python, pieces)):
        return None
    return next(filter(_is_python, ("\n".join(pieces), "".join(pieces))), None)


def _is_python(code):
    try:
        return bool(compile(code, "cell", "exec"))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False


def _is_check(cell):
    about = cell.metadata["nbgrader"]
    return about.get("grade", False) and not about.get("solution", False)


def _is_given(cell):
    about = cell.metadata["nbgrader"]
    return about.get("locked", False) and not _is_check(cell)


def _shown(cell):
    """Return the part of a cell that students see."""
    hidden = r"(?ms)^[^\n]*BEGIN HIDDEN TESTS.*?END HIDDEN TESTS[^\n]*\n?"
    return re.sub(hidden, "", cell.source).strip()


def _with_setup(cells, source):
    """Return cells with the code that exercises build on in order, at the top if need be."""
    setup = [name for name, cell in source.items() if _is_given(cell)]
    found = [name for name in dict.fromkeys(map(name_of, cells)) if name]
    in_order = [name for name in source if name in {*setup, *found}]
    if _without_checks(found, source) == _without_checks(in_order, source):
        return cells
    own = [cell for cell in cells if name_of(cell) not in setup]
    return [_put_back(source[name]) for name in setup] + own


def _without_checks(names, source):
    return [name for name in names if not _is_check(source[name])]


def _with_checks(cells, source):
    """Return cells with each check once, below the last cell of its answer or at the end."""
    answer = object()  # none yet
    for name, cell in source.items():
        names = [name_of(cell) for cell in cells]
        if not _is_check(cell):
            answer = name
        elif names.count(name) != 1 or answer in names[names.index(name) :]:
            cells = [other for other in cells if name_of(other) != name]
            below = [i + 1 for i, other in enumerate(cells) if name_of(other) == answer]
            place = max(below, default=len(cells))
            while place < len(cells) and _own_code(cells[place]):
                place += 1
            cells.insert(place, _put_back(cell))
    return cells


def _put_back(cell):
    copy = deepcopy(cell)
    copy.id = f"{cell.get('id', '')}-put-back"[-64:]  # a student's change keeps the other
    return copy


def _own_code(cell):
    return cell.cell_type == "code" and not name_of(cell)


def _each_name_once(cells, source):
    """Take the name from all but the last cell of an answer and the first of other cells."""
    names = [name_of(cell) for cell in cells]
    for i, name in enumerate(names):
        if name in (names[:i] if name and _is_given(source[name]) else names[i + 1 :]):
            cells[i].metadata.pop("nbgrader", None)
    return cells
