"""Files that are made again only when they, or what they are made from, have changed."""

import contextlib
import hashlib
import json
import platform
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

RECORD = ".cache/keys.json"


class Product(NamedTuple):
    """A file: its path, a digest of what it is made from, and how to make it."""

    path: str
    key: str
    make: object  # takes nothing, returns bytes


class Folder:
    """A folder that knows what each of its files was made from, and what was in it then."""

    def __init__(self, path):
        self.path = path
        self.record = path / RECORD
        self.keys = json.loads(self.record.read_text("utf-8")) if self.record.exists() else {}

    def update(self, product):
        """Make a product unless it is there, made from the same; return whether it was made.

        A file that was edited, in JupyterLab for example, is made again.
        """
        path = self.path / product.path
        if path.exists() and self.keys.get(product.path) == [product.key, digest(path)]:
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
        content = product.make()
        path.write_bytes(content)
        self.keys[product.path] = [product.key, digest(content)]
        return True

    def remove_all_but(self, paths):
        """Remove the files that an earlier call made and that nothing asks for now."""
        for path in set(self.keys) - set(paths):
            (self.path / path).unlink(missing_ok=True)
            with contextlib.suppress(OSError):  # other files are there
                (self.path / path).parent.rmdir()
            del self.keys[path]

    def save(self):
        """Note what the files were made from."""
        self.record.parent.mkdir(parents=True, exist_ok=True)
        self.record.write_text(json.dumps(self.keys, indent=1), encoding="utf-8")


def digest(*parts):
    """Return a hash of texts, bytes and the contents of files.

    Examples
    --------
    >>> digest("a", b"b") == digest("a", b"b")
    True
    >>> digest("a", "b") == digest("ab")
    False
    """
    total = hashlib.sha256()
    for part in parts:
        data = part.read_bytes() if isinstance(part, Path) else part
        data = data.encode() if isinstance(data, str) else data
        total.update(len(data).to_bytes(8, "big") + data)
    return total.hexdigest()


def versions_of(*packages):
    """Return the versions of Python and of packages as one text."""
    return " ".join([platform.python_version(), *map(version, packages)])


def sources_below(folder):
    """Return the files below a folder, in a fixed order, without what Python compiles."""
    return sorted(path for path in folder.rglob("*.*") if "__pycache__" not in path.parts)
