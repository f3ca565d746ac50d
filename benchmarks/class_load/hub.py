"""The proxy and the hub of local/jupyterhub_config.py, with all that they start."""

import asyncio
import os
import random
import secrets
import socket
import subprocess
from pathlib import Path

import aiohttp
import psutil

CONFIG = Path(__file__).resolve().parents[2] / "deploy" / "local" / "jupyterhub_config.py"
KINDS = {"jupyterhub-singleuser": "server", "ipykernel_launcher": "kernel"}


class LocalHub:
    """A JupyterHub in a folder of its own, reached from this machine only.

    Parameters
    ----------
    folder : pathlib.Path
        Where its files, its log and the students' homes go.
    proxy, hub : str
        The programs configurable-http-proxy and jupyterhub.
    cpu_seconds : int
        For how long a process of a student may compute.
    """

    def __init__(self, folder, proxy, hub, cpu_seconds):
        self.folder, self._proxy, self._hub = folder, proxy, hub
        self.port = free_ports(3)
        self.url = f"http://127.0.0.1:{self.port}"
        self.password = secrets.token_hex(16)
        self._environment = {
            **os.environ,
            "CLASS_FOLDER": str(folder),
            "CLASS_PORT": str(self.port),
            "CLASS_PASSWORD": self.password,
            "CLASS_CPU_SECONDS": str(cpu_seconds),
            "CONFIGPROXY_AUTH_TOKEN": secrets.token_hex(16),
        }
        self._environment.pop("OMP_NUM_THREADS", None)  # the configuration sets it

    async def start(self):
        """Start the proxy and the hub, and wait until they answer."""
        self._start(
            *(self._proxy, "--ip", "127.0.0.1", "--port", str(self.port)),
            *("--api-ip", "127.0.0.1", "--api-port", str(self.port + 2)),
            log="proxy.log",
        )
        await self._start_hub()

    async def restart_hub(self):
        """End the hub without warning, as a crash does, and start it again."""
        self._hub_process.kill()
        await asyncio.to_thread(self._hub_process.wait, 10)
        await self._start_hub()

    async def _start_hub(self):
        self._hub_process = self._start(self._hub, "-f", str(CONFIG), log="hub.log")
        async with asyncio.timeout(90), aiohttp.ClientSession() as session:
            while not await self._answers(session):
                if self._hub_process.poll() is not None:
                    raise RuntimeError(self.log()[-2000:])
                await asyncio.sleep(0.2)

    def _start(self, *command, log):
        with (self.folder / log).open("ab") as file:
            return subprocess.Popen(
                command,
                cwd=self.folder,
                env=self._environment,
                stdin=subprocess.DEVNULL,
                stdout=file,
                stderr=subprocess.STDOUT,
                start_new_session=True,  # Ctrl-C is for the load itself, which ends them all
            )

    async def _answers(self, session):
        try:
            async with session.get(f"{self.url}/hub/api/") as reply:
                return reply.status == 200
        except aiohttp.ClientError:
            return False

    def log(self):
        """Return what the hub has written."""
        return (self.folder / "hub.log").read_text(encoding="utf-8", errors="replace")

    def errors(self):
        """Return the lines of the hub's log that report an error."""
        return [line for line in self.log().splitlines() if line.startswith(("[E", "[C"))]

    def memory(self):
        """Return the bytes (PSS) that each owner holds, kind by kind.

        Returns
        -------
        dict of str to dict of str to int
            By the student's name, or ``"hub"`` for the hub and its proxy; then by
            ``"server"``, ``"kernel"`` or ``"other"``.
        """
        held = {}
        for process, environment in self._processes():
            try:
                command = " ".join(process.cmdline())
                size = process.memory_full_info().pss
            except psutil.Error:
                continue
            kind = next((kind for word, kind in KINDS.items() if word in command), "other")
            kinds = held.setdefault(environment.get("JUPYTERHUB_USER", "hub"), {})
            kinds[kind] = kinds.get(kind, 0) + size
        return held

    def stop(self):
        """End every process that has been started, the students' kernels included."""
        for _ in range(10):  # a server may restart a kernel meanwhile
            processes = [process for process, _ in self._processes()]
            if not processes:
                return
            for process in processes:
                try:
                    process.kill()
                except psutil.NoSuchProcess:
                    continue
            psutil.wait_procs(processes, timeout=3)

    def _processes(self):
        """Yield the processes that carry this hub's folder in their environment."""
        for process in psutil.process_iter():
            try:
                environment = process.environ()
                running = process.status() != psutil.STATUS_ZOMBIE
            except (psutil.Error, OSError):
                continue
            if running and environment.get("CLASS_FOLDER") == str(self.folder):
                yield process, environment


def free_ports(count):
    """Return the first of `count` ports in a row that nobody uses."""
    for port in random.sample(range(20000, 32000), 100):
        try:
            for number in range(port, port + count):
                with socket.socket() as taken:
                    taken.bind(("127.0.0.1", number))
        except OSError:
            continue
        return port
    raise OSError("no free ports on 127.0.0.1")
