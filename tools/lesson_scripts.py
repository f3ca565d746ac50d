"""The scripts that stand beside a lesson."""


def scripts_of(path):
    """Return the scripts that a lesson imports from its own folder.

    Parameters
    ----------
    path : pathlib.Path
        The stored notebook.

    Returns
    -------
    list of pathlib.Path
    """
    code = path.read_text("utf-8")
    beside = sorted(path.parent.glob("[!0-9]*.py"))
    return [script for script in beside if f"import {script.stem}" in code]
