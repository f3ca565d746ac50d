"""What nbgrader needs to grade the course's assignments fairly.

A course folder's nbgrader_config.py names the classes of submissions.py and execution.py;
kernel.py is at work in the kernels that run submissions.
"""
