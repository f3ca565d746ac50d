"""A JupyterHub for trying out, on this machine only: processes, and a login for tests.

All students run as the user who starts it, so it is not for a class. benchmarks/class_load starts
it; by hand, with a word of your own for the password, in two terminals::

    export CLASS_PASSWORD=… CONFIGPROXY_AUTH_TOKEN=… CLASS_FOLDER=…
    configurable-http-proxy --ip 127.0.0.1 --port 8000 --api-ip 127.0.0.1 --api-port 8002
    jupyterhub -f deploy/local/jupyterhub_config.py
"""

import os
import sys
from pathlib import Path

c = get_config()  # noqa: F821 (JupyterHub gives it to its configuration files)
load_subconfig("class_settings.py", path=str(Path(__file__).resolve().parents[1]))  # noqa: F821

folder = Path(os.environ["CLASS_FOLDER"])
port = int(os.environ.get("CLASS_PORT", 8000))

# The proxy is a process of its own, so that open notebooks stay connected without the hub.
c.ConfigurableHTTPProxy.should_start = False
c.ConfigurableHTTPProxy.api_url = f"http://127.0.0.1:{port + 2}"
c.JupyterHub.bind_url = f"http://127.0.0.1:{port}"
c.JupyterHub.hub_bind_url = f"http://127.0.0.1:{port + 1}"
c.JupyterHub.db_url = f"sqlite:///{folder / 'hub.sqlite'}"
c.JupyterHub.cookie_secret_file = str(folder / "cookie_secret")

# One password for all. The "dummy" login does the same, but warns that this is out of date.
c.JupyterHub.authenticator_class = "shared-password"
c.SharedPasswordAuthenticator.user_password = os.environ["CLASS_PASSWORD"]
c.Authenticator.allow_all = True

c.JupyterHub.spawner_class = "simple"
c.SimpleLocalProcessSpawner.home_dir_template = str(folder / "home" / "{username}")
c.Spawner.ip = "127.0.0.1"
c.Spawner.environment.update({"CLASS_FOLDER": str(folder)})  # tells whose processes these are

# Processes have no bound as a whole here, so each has one of its own. A kernel with torch
# takes 1.4 GB of addresses before it holds anything. One that computes for ten minutes is
# ended and restarted; a lesson takes three at most.
TORCH_ADDRESSES = 1_400_000_000
c.Spawner.cmd = [
    "prlimit",
    f"--as={c.Spawner.mem_limit + TORCH_ADDRESSES}",
    f"--cpu={os.environ.get('CLASS_CPU_SECONDS', 600)}",
    "nice",
    "--adjustment=10",
    str(Path(sys.executable).with_name("jupyterhub-singleuser")),
]
if os.getuid() == 0:  # as in a container
    c.Spawner.cmd += ["--allow-root"]
