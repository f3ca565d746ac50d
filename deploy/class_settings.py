"""What every JupyterHub for a class sets, and where each number comes from.

The Littlest JupyterHub reads this file from /opt/tljh/config/jupyterhub_config.d (see
littlest/config.yaml), and the hub in local/ reads it from here. On a cluster,
zero-to-jupyterhub/values.yaml says the same; tests/test_deploy.py compares them.
"""

c = get_config()  # noqa: F821 (JupyterHub gives it to its configuration files)

# Ten students who ran lesson 00 at the same time on two cores needed 42 s with one thread
# each, and 112 to 135 s with as many threads as torch takes by default.
c.Spawner.environment.update({"OMP_NUM_THREADS": "1"})

# Lesson 08 trains with two more processes and takes 911 MiB at its peak, lesson 07 681 MiB.
# With the student's server, 108 MiB, that is just above 1 GiB; the other lessons take 200 to
# 300 MiB and the server.
c.Spawner.mem_limit = 1536 * 2**20

# More would not help: the lessons use one core, and what runs away holds no more than one.
c.Spawner.cpu_limit = 1

# With the default, 30 s, all of 30 servers that were started at once came too late; on a slow
# machine with two cores, they took up to two minutes.
c.Spawner.http_timeout = 300
c.Spawner.start_timeout = 300

# A kernel is told its ports some time before it takes them, so of 30 kernels that start at once
# on one machine, two may be told the same. One that ends for this reason is begun again with
# other ports only if none are cached, and only within this time; with the default, 10 s, slow
# kernels tried the same taken port five times and were then given up. More time would do harm: a
# notebook that is connected already does not hear a kernel on other ports.
c.Spawner.args = ["--KernelManager.cache_ports=False", "--KernelRestarter.stable_start_time=30"]

c.Spawner.default_url = "/lab"

# A hub that ends, or is started anew to read new settings, leaves the kernels running.
c.JupyterHub.cleanup_servers = False
c.JupyterHub.cleanup_proxy = False
