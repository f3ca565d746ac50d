"""Headless Chromium, and in it a real JupyterLab, driven as a reader would."""

import contextlib
import os
import shutil
import subprocess
import sys
import time
import urllib.request

import nbformat

from waiting import free_port

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
BROWSER = next(filter(None, map(shutil.which, BROWSERS)), None)
OPTIONS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@contextlib.contextmanager
def open_chromium(home):
    """Start a browser that writes into an empty folder, and yield it."""
    from playwright.sync_api import sync_playwright  # not everybody has it

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=BROWSER, args=list(OPTIONS), env=os.environ | {"HOME": str(home)}
        )
        yield chromium
        chromium.close()


@contextlib.contextmanager
def open_lab(folder, home, chromium, environment=os.environ):
    """Serve a folder and yield a function that opens one of its notebooks.

    Parameters
    ----------
    folder : pathlib.Path
        What the server shows.
    home : pathlib.Path
        An empty folder for all that JupyterLab writes.
    chromium : playwright.sync_api.Browser
        The reader's browser.
    environment : mapping
        The environment variables of the server and its kernels, but for its folders.

    Yields
    ------
    callable
        ``open_notebook(name, height=900)`` returns a `Reader` whose window has that
        height. Only a window as high as the notebook holds all of its cells.
    """
    port = free_port()
    options = {
        "ServerApp.root_dir": folder,
        "ServerApp.port": port,
        "ServerApp.port_retries": 0,
        "ServerApp.open_browser": False,
        "ServerApp.allow_root": True,
        "IdentityProvider.token": "lesson",
        "LabApp.expose_app_in_browser": True,
    }
    server = subprocess.Popen(
        [sys.executable, "-m", "jupyterlab", *(f"--{key}={options[key]}" for key in options)],
        env={**environment, "HOME": str(home), "JUPYTER_CONFIG_DIR": str(home / "config")},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        wait_for(f"{address}/api", server)

        def open_notebook(name, height=900):
            page = chromium.new_page(viewport={"width": 1280, "height": height})
            page.goto(f"{address}/lab/tree/{name}?reset&token=lesson")
            return Reader(page)

        yield open_notebook
    finally:
        end(server)


def end(server):
    """End a server, by force if a thread of its own keeps it from ending."""
    server.terminate()
    try:
        server.wait(timeout=20)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


def wait_for(address, server):
    """Wait until the server answers."""
    end = time.monotonic() + 60
    while time.monotonic() < end and server.poll() is None:
        with contextlib.suppress(OSError), urllib.request.urlopen(address):
            return
        time.sleep(0.1)
    raise RuntimeError(f"nothing answers at {address}")


# The notebook's model knows every cell; the page may hold only those in view.
NOTEBOOK = "() => JSON.stringify(jupyterapp.shell.currentWidget.content.model)"
SHOWN = """lang => [...jupyterapp.shell.currentWidget.node.querySelectorAll(
    `.jp-RenderedMarkdown > [lang=${lang}]`)].map(text => text.getClientRects().length > 0)"""

SAID = """() => {
    const lines = jupyterapp.shell.currentWidget.node.querySelectorAll(
        '.jp-OutputArea-output p[data-language], .jp-OutputArea-output p:has(> span:only-child)');
    return [...lines].map(line => {
        const after = getComputedStyle(line, '::after').content;
        return line.innerText + (after === 'none' ? '' : JSON.parse(after));
    });
}"""

# How far, in pixels, each English text is from the Korean one above it and from what is below.
ROOM_AROUND = """() => {
    const {widgets} = jupyterapp.shell.currentWidget.content;
    const text = (cell, lang) => cell?.node.querySelector(
        `.jp-RenderedMarkdown > [lang=${lang}]:only-child`)?.children;
    const box = part => part.getBoundingClientRect();
    return widgets.slice(1, -1).flatMap((cell, place) => {
        const [above, lines] = [text(widgets[place], 'ko'), text(cell, 'en')];
        const below = widgets[place + 2].node.querySelector(
            '.jp-MarkdownOutput, .jp-Editor:not(.lm-mod-hidden)');
        return lines ? [[box(lines[0]).top - box([...above].at(-1)).bottom,
                         box(below).top - box([...lines].at(-1)).bottom]] : [];
    });
}"""


class Reader:
    """Someone who reads one notebook in the browser."""

    def __init__(self, page):
        self.page = page
        page.wait_for_selector(".jp-Notebook .jp-Cell", timeout=200_000)
        page.wait_for_function(
            "window.jupyterapp?.shell.currentWidget?.sessionContext?.session?.kernel"
            "?.status === 'idle'",
            timeout=200_000,
        )

    def restart_and_run_all(self):
        """Press the double arrow and wait for the last cell."""
        self.page.evaluate("jupyterapp.commands.execute('notebook:clear-all-cell-outputs')")
        self.page.click('[data-jp-item-name="restart-and-run"]')
        self.page.click(".jp-Dialog .jp-mod-accept.jp-mod-warn")
        self.page.wait_for_function(
            "() => [...jupyterapp.shell.currentWidget.content.model.cells].every("
            "cell => cell.type !== 'code' || cell.executionCount)",
            timeout=400_000,
        )

    def wait_for_texts(self, count):
        """Wait until the page holds this many texts in each language."""
        self.page.wait_for_function(f"({SHOWN})('en').length == {count}")

    def open_beside(self, name):
        """Open another notebook in the same window."""
        self.page.evaluate(
            "async name => { await jupyterapp.commands.execute('docmanager:open', {path: name}) }",
            name,
        )

    def scroll_to_the_end(self):
        """Go to the last cell, so that the first ones leave the window."""
        self.page.evaluate(
            """async () => {
                const notebook = jupyterapp.shell.currentWidget.content;
                notebook.activeCellIndex = notebook.model.cells.length - 1;
                await notebook.scrollToItem(notebook.activeCellIndex);
            }"""
        )
        self.page.wait_for_timeout(1000)

    def save(self):
        """Press Ctrl-S, and wait until the file is written."""
        self.page.evaluate("jupyterapp.commands.execute('docmanager:save')")
        self.page.wait_for_function("!jupyterapp.shell.currentWidget.content.model.dirty")

    def cells(self):
        """Return all cells with their outputs, as they would be stored now."""
        return nbformat.reads(self.page.evaluate(NOTEBOOK), as_version=4).cells

    def run_edited(self, tag, source):
        """Replace the source of the cell that carries a tag, and run that cell."""
        self.page.evaluate(
            """async ([tag, source]) => {
                const notebook = jupyterapp.shell.currentWidget.content;
                notebook.activeCellIndex = [...notebook.model.cells].findIndex(
                    cell => cell.type === 'code' && (cell.getMetadata('tags') ?? []).includes(tag));
                notebook.activeCell.model.sharedModel.setSource(source);
                await jupyterapp.commands.execute('notebook:run-cell');
            }""",
            [tag, source],
        )

    def run_answer(self, check, source):
        """Replace the exercise that calls a check, run it and return what it prints."""
        return self.page.evaluate(
            """async ([check, source]) => {
                const notebook = jupyterapp.shell.currentWidget.content;
                notebook.activeCellIndex = [...notebook.model.cells].findIndex(cell =>
                    cell.type === 'code' && cell.sharedModel.getSource().includes(check + '('));
                notebook.activeCell.model.sharedModel.setSource(source);
                await jupyterapp.commands.execute('notebook:run-cell');
                return notebook.activeCell.model.toJSON().outputs.map(
                    output => [output.text].flat().join('')).join('');
            }""",
            [check, source],
        )

    def says_of_the_language(self):
        """Return what can be read below the cell that switches the language."""
        return self.page.evaluate(SAID)

    def shows(self, language):
        """Return whether each text of a language can be seen, in their order."""
        return self.page.evaluate(SHOWN, language)

    def wait_until_shown(self, **expected):
        """Wait until all texts of a language are seen, or none: ``ko=True, en=False``.

        A page takes a moment to draw; what is not so in the end raises an error.
        """
        for language, seen in expected.items():
            self.page.wait_for_function(
                f"([language, seen]) => ({SHOWN})(language).every(text => text === seen)",
                arg=[language, seen],
            )
