"""Read and write the files of lessons, each of them whole, and see what lies among them."""

import os
import sys
import warnings

import nbformat

from cells import content_of
from lessons import GUIDES, LESSONS, ROOT, strays, twins
from running import LeftAloneError


class EditedError(LeftAloneError):
    """A notebook holds what would be lost; `script` is the text that its .py can take it with.

    It is None where somebody has to choose.
    """

    script = None


def shown(path):
    """Return a path as messages name it: from the course's folder, if it lies there.

    Examples
    --------
    >>> shown(ROOT / "notebooks" / "00_whole_program.py")
    'notebooks/00_whole_program.py'
    """
    path = path.resolve()
    return (path.relative_to(ROOT) if path.is_relative_to(ROOT) else path).as_posix()


def how_to_drop(path):
    """Return the line that says how to make a notebook anew from its script."""
    command = f'make notebooks ARGS="--overwrite {shown(path)}"'
    return f"버리려면(사본은 edited에) · to drop it (a copy stays in edited): {command}"


def read_stored(path):
    """Return a notebook, whatever ids an editor gave its cells.

    Raises
    ------
    EditedError
        If the file is no notebook, as after a merge of git that was not finished.
    """
    try:
        with warnings.catch_warnings(action="ignore"):  # of ids that lack or stand twice
            notebook = nbformat.reads(path.read_text("utf-8"), as_version=4)
        for cell in notebook.cells:
            content_of(cell)
        return notebook
    except Exception as error:  # nbformat has no error of its own for most broken files
        name = shown(path)
        raise EditedError(
            f"{name}는 노트북으로 읽을 수 없습니다. git의 충돌 표시(<<<<<<<)가 있는지 보세요.\n"
            f"{name} cannot be read as a notebook. Look for conflict markers of git (<<<<<<<).\n"
            f"{how_to_drop(path)}"
        ) from error


def write_whole(path, text):
    """Write a text into a file such that a program that is stopped leaves the old or the new."""
    path = path.resolve()
    unfinished = path.with_name(f".{path.name}.part")
    try:
        unfinished.write_text(text, encoding="utf-8", newline="\n")
        if path.exists():
            unfinished.chmod(path.stat().st_mode)
        os.replace(unfinished, path)
    finally:
        unfinished.unlink(missing_ok=True)


def look_around():
    """Name the files that are left out on stderr, and refuse lessons with the same number."""
    if left_out := ", ".join(map(shown, strays())):
        print(
            f"수업이 아니므로 빼놓습니다(수업은 00_name.py와 00_name.ipynb): {left_out}",
            f"Left out as no lessons (a lesson is 00_name.py with 00_name.ipynb): {left_out}",
            sep="\n",
            file=sys.stderr,
        )
    refuse_twins(LESSONS)
    refuse_twins(GUIDES)


def refuse_twins(scripts):
    """Stop where lessons have the same number.

    Raises
    ------
    LeftAloneError
        It names them.
    """
    if doubled := ", ".join(map(shown, twins(scripts))):
        raise LeftAloneError(
            f"번호가 같은 수업이 있습니다. 번호를 바꾸거나 다른 폴더로 옮기세요: {doubled}\n"
            "Lessons have the same number. Give one another number or move it to another "
            f"folder: {doubled}"
        )
