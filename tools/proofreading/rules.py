"""How a rule is added. form.py puts the rules of all files together."""

BY_FILE = {}  # the rules of each file, by the name of its module


def rule(function):
    """Add a rule to those of its file."""
    BY_FILE.setdefault(function.__module__, []).append(function)
    return function
