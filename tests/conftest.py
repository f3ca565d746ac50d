"""What several tests use."""

import sys
from types import SimpleNamespace

import pytest
from hypothesis import settings

# No test is red because a machine is slow, and each run tries the same examples.
settings.register_profile("course", deadline=None, derandomize=True, database=None)
settings.load_profile("course")


@pytest.fixture(autouse=True)
def _both_languages():
    """Let no test choose the language of the next one."""
    yield
    if language := sys.modules.get("tutorial_helpers.language"):
        language.choose_language("both")


@pytest.fixture(scope="module")
def chromium(tmp_path_factory):
    """Start one browser for a module; playwright's event loop would disturb other modules."""
    reason = "no playwright or no Chromium here, tests in a browser left out"
    pytest.importorskip("playwright", reason=reason)
    import browser

    if browser.BROWSER is None:
        pytest.skip(reason)
    with browser.open_chromium(tmp_path_factory.mktemp("home")) as chromium:
        yield chromium


@pytest.fixture
def observed_run(request):
    """Return the observed run of the lesson that is a test's parameter or its module's SCRIPT."""
    from observed import observed

    callspec = getattr(request.node, "callspec", None)
    script = callspec.params.get("script") if callspec else None
    return observed(script or request.module.SCRIPT)


@pytest.fixture
def run(observed_run):
    """Return what the observed run of a lesson has shown."""
    return observed_run.run


@pytest.fixture
def lesson(run):
    """Return the lesson's variables after its run, with the exercises still blank."""
    return SimpleNamespace(**run.names)


@pytest.fixture
def solved(request, run):
    """Return the lesson's variables after its run and its solutions."""
    from assignments import code_of_solutions
    from lessons import read_notebook

    names = dict(run.names)
    for code in code_of_solutions(read_notebook(request.module.SCRIPT).cells).values():
        exec(code, names)
    return SimpleNamespace(**names)


BLANK = pytest.param("lesson", id="blank", marks=pytest.mark.xfail(strict=True))


@pytest.fixture(params=["solved", BLANK])
def answers(request, run):
    """Return the lesson's variables twice: solved, and blank, where the test must fail."""
    return request.getfixturevalue(request.param)
