"""The language that a reader chose once, in all lessons and whatever the machine is like."""

import sys
from pathlib import Path

import pytest
from nbclient import NotebookClient
from nbformat.v4 import new_code_cell, new_notebook

from running import execute
from tutorial_helpers import choice, setup_notebook, show_language
from tutorial_helpers.language import chosen_language

NOT_SAVED = "could not be saved"


@pytest.fixture
def file(tmp_path, monkeypatch):
    """Make this a run that somebody reads, and return where a choice is remembered."""
    monkeypatch.delenv("PYTEST_VERSION")
    monkeypatch.delenv("COURSE_LANGUAGE", raising=False)
    monkeypatch.setattr(
        choice, "user_config_path", lambda name, **_: tmp_path / "none" / "yet" / name
    )
    return tmp_path / "none" / "yet" / "tutorial-helpers" / "language"


@pytest.mark.parametrize("language", ["ko", "en", "both"])
def test_a_choice_holds_in_every_lesson(language, file):
    show_language("en" if language == "ko" else "ko")
    assert repr(show_language(language)).count("\n") == 0, "nothing keeps it from that"
    setup_notebook("both")
    assert show_language().language == language
    setup_notebook()
    assert chosen_language() == language
    assert [path.name for path in file.parent.iterdir()] == ["language"]


def test_nothing_is_chosen_at_first(file):
    assert show_language().language == "both"
    assert not file.exists()


def test_an_edition_in_one_language_neither_follows_the_choice_nor_changes_it(file):
    show_language("ko")
    setup_notebook("en")
    assert chosen_language() == "en"
    assert show_language().language == "ko"


def test_another_word_is_refused_and_not_remembered(file):
    show_language("ko")
    with pytest.raises(ValueError, match="가운데 하나"):
        show_language("")
    assert show_language().language == "ko"


# A server


def test_a_server_chooses_before_what_was_remembered_and_after_what_is_asked_for(file, monkeypatch):
    show_language("ko")
    monkeypatch.setenv("COURSE_LANGUAGE", "en")
    setup_notebook()
    assert chosen_language() == "en"
    assert repr(show_language()).count("\n") == 0
    said = show_language("both")
    assert said.language == "both"
    assert "COURSE_LANGUAGE sets the language of the other lessons" in repr(said)
    assert show_language().language == "en"
    monkeypatch.delenv("COURSE_LANGUAGE")
    assert show_language().language == "both", "it was remembered"


@pytest.mark.parametrize("word", ["kr", "KO", "<b>"])
def test_another_word_of_a_server_is_told_to_the_reader_and_stops_nothing(word, file, monkeypatch):
    show_language("ko")
    monkeypatch.setenv("COURSE_LANGUAGE", word)
    setup_notebook()
    switch = show_language()
    assert switch.language == chosen_language() == "ko"
    assert f"COURSE_LANGUAGE에는 ko, en, both 가운데 하나를 넣으세요. 받은 값: '{word}'" in repr(
        switch
    )
    assert "<b>" not in switch._repr_html_()
    switch = show_language("both")
    assert len(repr(switch).splitlines()) == 3, "both languages"
    assert switch._repr_html_().count("<br>") == 1


def test_an_empty_word_of_a_server_says_nothing(file, monkeypatch):
    monkeypatch.setenv("COURSE_LANGUAGE", "")
    assert repr(show_language()) == repr(show_language("both"))


# Runs that nobody reads along


@pytest.mark.parametrize("variable", ["PYTEST_VERSION", "NBGRADER_EXECUTION"])
def test_what_is_compared_or_graded_neither_follows_what_was_remembered_nor_changes_it(
    variable, file, monkeypatch
):
    show_language("ko")
    monkeypatch.setenv(variable, "1")
    setup_notebook()
    assert show_language().language == chosen_language() == "both"
    assert repr(show_language("en")).count("\n") == 0
    assert file.read_text(encoding="ascii") == "ko"
    monkeypatch.setenv("COURSE_LANGUAGE", "en")
    assert show_language().language == "en"


@pytest.mark.ci
@pytest.mark.skipif(sys.platform != "linux", reason="what is remembered cannot lie elsewhere")
def test_another_notebook_follows_the_choice_and_outputs_that_are_stored_do_not(
    tmp_path, monkeypatch
):
    monkeypatch.delenv("PYTEST_VERSION")
    monkeypatch.delenv("COURSE_LANGUAGE", raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    show_language("ko")
    say = "setup_notebook()\nprint(say('가', 'a'))\nprint(show_language())"
    source = (
        "from tutorial_helpers import setup_notebook, show_language\n"
        f"from tutorial_helpers.language import say\n{say}"
    )
    notebook = new_notebook(cells=[new_code_cell(source)])
    NotebookClient(notebook, kernel_name="python3").execute()
    assert notebook.cells[0].outputs[0].text.startswith("가\n안내문과")
    execute(notebook, tmp_path / "lesson.py")
    assert notebook.cells[0].outputs[0].text.startswith("가\na\n두 언어를")


# Machines that cannot remember


def on_a_file(file, _):
    file.parents[1].mkdir(parents=True)
    file.parent.touch()  # where a folder should be


def in_a_folder(file, _):
    file.mkdir(parents=True)


def on_a_full_disk(_, monkeypatch):
    def write_text(path, *_, **__):
        path.touch()
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_text", write_text)


def on_a_read_only_disk(_, monkeypatch):
    def mkdir(*_, **__):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "mkdir", mkdir)


@pytest.mark.parametrize("cannot", [on_a_file, in_a_folder, on_a_full_disk, on_a_read_only_disk])
def test_where_nothing_can_be_remembered_the_reader_is_told_and_nothing_is_left(
    cannot, file, tmp_path, monkeypatch
):
    cannot(file, monkeypatch)
    before = set(tmp_path.rglob("*"))
    switch = show_language("en")
    assert switch.language == chosen_language() == "en"
    assert NOT_SAVED in repr(switch)
    assert NOT_SAVED in switch._repr_html_()
    assert {path for path in set(tmp_path.rglob("*")) - before if path.is_file()} == set()
    assert show_language().language == "both"


def test_what_is_remembered_already_need_not_be_written(file, monkeypatch):
    show_language("en")
    on_a_full_disk(file, monkeypatch)
    assert NOT_SAVED not in repr(show_language("en"))


@pytest.mark.parametrize("nonsense", [b"", b"kr", b"ko\nen", b"\xea\xb0\x80", b"\0" * 1000])
def test_what_makes_no_sense_is_passed_over_and_written_anew(nonsense, file):
    file.parent.mkdir(parents=True)
    file.write_bytes(nonsense)
    assert show_language().language == "both"
    show_language("ko")
    assert show_language().language == "ko"


def test_a_notebook_that_reads_while_another_writes_finds_the_old_or_the_new(file, monkeypatch):
    show_language("ko")
    found, replace = [], Path.replace

    def note_and_replace(path, target):
        found.append(choice.remembered())
        replace(path, target)
        found.append(choice.remembered())

    monkeypatch.setattr(Path, "replace", note_and_replace)
    show_language("en")
    assert found == ["ko", "en"]
