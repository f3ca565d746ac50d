"""What every JupyterHub for a class sets, and where each number comes from.

The Littlest JupyterHub reads this file from /opt/tljh/config/jupyterhub_config.d (see
littlest/config.yaml), and the hub in local/ reads it from here. On a cluster,
zero-to-jupyterhub/values.yaml says the same; tests/classroom/test_deploy.py compares them.
"""

c = get_config()  # noqa: F821 (JupyterHub gives it to its configuration files)

# Eight processes that trained at the same time on two cores did 2,474 steps a second with one
# thread each, and 77 with as many threads as torch takes by default (`make bench`). Lessons set
# one thread by themselves; this is for what students write.
c.Spawner.environment.update({"OMP_NUM_THREADS": "1"})

# The lesson many_processes trains with two more processes and takes 911 MiB at its peak, the
# lesson speed 681 MiB.
# With the student's server, 121 MiB, that is just above 1 GiB; the other lessons take 200 to
# 300 MiB and the server.
c.Spawner.mem_limit = 1536 * 2**20

# More would not help: the lessons use one core, and what runs away holds no more than one.
c.Spawner.cpu_limit = 1

# With the default, 30 s, all of 30 servers that were started at once came too late.
c.Spawner.http_timeout = 120
c.Spawner.start_timeout = 180

# Servers and kernels choose their ports some time before they take them. When 30 students began
# at once on one slow machine, this time was long enough for two to choose the same, and one of
# them then had no server or no kernel. So few start at a time; the others are told to try again.
c.JupyterHub.concurrent_spawn_limit = 5
c.JupyterHub.spawn_throttle_retry_range = (5, 15)

c.Spawner.default_url = "/lab"

# A hub that ends, or is restarted to read new settings, leaves the kernels running.
c.JupyterHub.cleanup_servers = False
c.JupyterHub.cleanup_proxy = False
