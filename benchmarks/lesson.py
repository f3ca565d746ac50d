"""The loops of the lesson on speed, taken from the lesson itself."""

import ast
from pathlib import Path
from types import SimpleNamespace

LESSON = Path(__file__).parents[1] / "notebooks" / "10_speed.py"
KEPT = {"N", "D_in", "H", "D_out", "generator", "x", "y", "loss_fn"}


def from_lesson(*also):
    """Run only the imports and definitions of the lesson on speed.

    Parameters
    ----------
    *also : str
        Names of variables to keep besides the functions, the sizes and the data.

    Returns
    -------
    types.SimpleNamespace
        What is defined then, by its name in the lesson. The functions look their
        variables up in it, so setting one changes what they do.

    Examples
    --------
    >>> lesson = from_lesson()
    >>> len(lesson.plain(lesson.make_model(), lesson.x, lesson.y, 3))
    3
    """
    tree = ast.parse(LESSON.read_text(encoding="utf-8"))
    tree.body = [node for node in tree.body if _is_kept(node, KEPT.union(also))]
    lesson = SimpleNamespace()
    exec(compile(tree, str(LESSON), "exec"), vars(lesson))
    return lesson


def _is_kept(node, variables):
    if isinstance(node, ast.Assign):
        names = {name.id for target in node.targets for name in ast.walk(target) if _is_name(name)}
        return names <= variables
    return isinstance(node, (ast.Import, ast.ImportFrom, ast.FunctionDef))


def _is_name(node):
    return isinstance(node, ast.Name)
