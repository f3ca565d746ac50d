"""Small helpers for the notebooks of this course.

They carry data, fonts, figures and messages. Models, losses, gradients and
loops stay in the notebooks, where learners can see them.
"""

from tutorial_helpers.bent_line import plot_bent_line
from tutorial_helpers.broadcasting import plot_broadcasting
from tutorial_helpers.correlation import plot_correlation
from tutorial_helpers.data import make_random_data
from tutorial_helpers.fit import plot_fit
from tutorial_helpers.launch import torchrun
from tutorial_helpers.loop import plot_loop
from tutorial_helpers.loss_curve import plot_loss_curve
from tutorial_helpers.network import plot_every_number
from tutorial_helpers.notebook import setup_notebook
from tutorial_helpers.product import plot_product
from tutorial_helpers.profiling import quiet_profile
from tutorial_helpers.progress import progress
from tutorial_helpers.squares import plot_loss_area, plot_squares
from tutorial_helpers.step import plot_step
from tutorial_helpers.switch import show_language
from tutorial_helpers.tables import plot_tables
from tutorial_helpers.training import train

__all__ = [
    "make_random_data",
    "plot_bent_line",
    "plot_broadcasting",
    "plot_correlation",
    "plot_every_number",
    "plot_fit",
    "plot_loop",
    "plot_loss_area",
    "plot_loss_curve",
    "plot_product",
    "plot_squares",
    "plot_step",
    "plot_tables",
    "progress",
    "quiet_profile",
    "setup_notebook",
    "show_language",
    "torchrun",
    "train",
]
