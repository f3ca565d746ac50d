"""A student of a hub: logs in, opens a lesson and runs its cells, as a browser does."""

import asyncio
import contextlib
import re
import time
import uuid

import aiohttp
from yarl import URL

SHOWN = {"stream", "display_data", "execute_result", "error"}
PROBLEMS = (aiohttp.ClientError, OSError, TimeoutError, TypeError, ValueError, RuntimeError)


class KernelEndedError(RuntimeError):
    """The kernel ended while it ran a cell."""


class Student:
    """A student with a server and a kernel, reached through the hub's proxy.

    Parameters
    ----------
    hub : LocalHub
    name : str

    Attributes
    ----------
    n_run : int
        How many cells have run.
    is_open : bool
        Whether the lesson is open, or never will be.
    seconds : float or None
        How long it took from the login to the end of the last cell.
    wrong : list of str
        What went otherwise than it should.
    survived : bool
        Whether kernel, variables and connection outlived the hub.
    """

    def __init__(self, hub, name):
        self.hub, self.name = hub, name
        self.n_run, self.seconds, self.wrong = 0, None, []
        self.is_open = self.survived = False
        self.http = aiohttp.ClientSession(
            hub.url,
            cookie_jar=aiohttp.CookieJar(unsafe=True),  # so that an address in digits has cookies
            timeout=aiohttp.ClientTimeout(total=180),
            raise_for_status=True,
        )

    async def take(self, notebook, after_restart):
        """Run all cells of a lesson, then look whether the kernel outlived the hub."""
        begin = time.monotonic()
        cells = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
        try:
            await self.open(notebook)
            for cell in cells:
                shown = await self.run("".join(cell["source"]))
                self.n_run += 1
                if shown != text_of(cell["outputs"]):
                    self.wrong.append(shown)
            self.seconds = time.monotonic() - begin
            await self.wait_for(after_restart)
            self.survived = await self.run("print(len(losses))") == "500\n"
        except PROBLEMS as problem:
            self.wrong.append(f"{type(problem).__name__}: {problem}")

    async def wait_for(self, event):
        """Wait, and keep reading: a client that does not answer a server's pings is cut off."""
        while not event.is_set():
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(5):
                    await self.socket.receive()

    async def loop_for_ever(self, notebook):
        """Run a cell that never ends, and return whether the kernel was ended and restarted."""
        await self.open(notebook)
        try:
            await self.run("while True:\n    pass", limit=600)
        except KernelEndedError:
            return await self.run("print(1 + 1)") == "2\n"
        return False

    async def fill_memory(self, notebook):
        """Fill the memory, and return whether Python refused it and the kernel goes on."""
        await self.open(notebook)
        shown = await self.run('data = []\nwhile True:\n    data.append(b"x" * 2**24)')
        return shown == "MemoryError" and await self.run("print(1 + 1)") == "2\n"

    async def open(self, notebook):
        """Log in, start the server, copy the notebook there and connect to its kernel."""
        try:
            await self._log_in()
            await self._start_server()
            await self._connect(notebook)
        finally:
            self.is_open = True

    async def _log_in(self):
        await self._request("GET", "/hub/login")
        form = {"username": self.name, "password": self.hub.password, "_xsrf": self._xsrf()}
        # Not on to /hub/spawn, which would start the server.
        await self._request("POST", "/hub/login?next=/hub/home", data=form)
        # The cookies are a page's; what follows is a program's, which needs a token.
        tokens, headers = f"/hub/api/users/{self.name}/tokens", {"X-XSRFToken": self._xsrf()}
        reply = await self._request("POST", tokens, headers=headers, json={})
        self.http.headers["Authorization"] = f"token {reply['token']}"

    def _xsrf(self):
        """Return what a page must send back to show that it is the hub's own."""
        return self.http.cookie_jar.filter_cookies(URL(self.hub.url) / "hub/")["_xsrf"].value

    async def _start_server(self):
        user = f"/hub/api/users/{self.name}"
        async with asyncio.timeout(600):
            while True:
                try:
                    await self._request("POST", f"{user}/server")
                    break
                except aiohttp.ClientResponseError as refusal:
                    if refusal.status != 429:  # too many at once: try again
                        raise
                await asyncio.sleep(2)
            while not (server := (await self._request("GET", user))["servers"].get("", {})).get(
                "ready"
            ):
                if not server.get("pending"):
                    raise RuntimeError("the server did not start")
                await asyncio.sleep(1)

    async def _connect(self, notebook):
        api, path = f"/user/{self.name}/api", "00_whole_program.ipynb"
        content = {"type": "notebook", "format": "json", "content": notebook}
        await self._request("PUT", f"{api}/contents/{path}", json=content)
        wanted = {"path": path, "name": path, "type": "notebook", "kernel": {"name": "python3"}}
        session = await self._request("POST", f"{api}/sessions", json=wanted)
        channels = f"{api}/kernels/{session['kernel']['id']}/channels"
        self.socket = await self.http.ws_connect(
            f"{channels}?session_id={session['id']}", max_msg_size=0
        )

    async def _request(self, method, path, **options):
        async with self.http.request(method, path, **options) as reply:
            return await reply.json() if "json" in reply.content_type else None

    async def run(self, source, limit=180):
        """Run a cell and return the text that it shows.

        Raises
        ------
        KernelEndedError
            If the kernel ends before the cell does.
        """
        message = uuid.uuid4().hex
        header = {"msg_id": message, "msg_type": "execute_request", "username": self.name}
        header |= {"session": self.name, "version": "5.3"}
        content = {"code": source, "silent": False, "store_history": True, "allow_stdin": False}
        await self.socket.send_json(
            {"header": header, "parent_header": {}, "metadata": {}, "content": content}
            | {"channel": "shell", "buffers": []}
        )
        outputs, missing = [], {"execute_reply", "idle"}
        async with asyncio.timeout(limit):
            while missing:
                reply = await self.socket.receive_json()
                kind, content = reply["header"]["msg_type"], reply["content"]
                if content.get("execution_state") in ("restarting", "autorestarting", "dead"):
                    raise KernelEndedError("the kernel ended")
                if reply["parent_header"].get("msg_id") == message:
                    missing -= {kind, content.get("execution_state")}
                    if kind in SHOWN:
                        outputs.append(content)
        return text_of(outputs)


def text_of(outputs):
    """Return what a reader sees below a cell, pictures by their words, without bars."""
    texts = []
    for output in outputs:
        text = output.get("text") or output.get("data", {}).get("text/plain")
        texts += [output["ename"]] if "ename" in output else text or []
    return re.sub(r"\r.*\n", "", "".join(texts))
