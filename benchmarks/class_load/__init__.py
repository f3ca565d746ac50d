"""The load of a class of simulated students on a JupyterHub on this machine."""
