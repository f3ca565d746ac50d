"""The colors of the course, to eyes that see fewer of them and on white paper."""

import itertools

import numpy as np
import pytest

from drawn import contrast, linear
from tutorial_helpers.style import COLORS

# What people without one kind of cones see of red, green and blue light: Machado, Oliveira and
# Fernandes (2009), at full severity.
EYES = {
    "all cones": np.eye(3),
    "protanopia": [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ],
    "deuteranopia": [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ],
    "tritanopia": [
        [1.255528, -0.076749, -0.178779],
        [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
    ],
}
TO_XYZ = [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]
WHITE = np.array([0.9505, 1, 1.089])


@pytest.mark.parametrize("color", COLORS)
def test_each_color_stands_out_from_white(color):
    assert contrast(color, "white") >= 3


@pytest.mark.parametrize("matrix", EYES.values(), ids=EYES)
def test_no_two_colors_look_alike(matrix):
    seen = {color: lab(np.asarray(matrix) @ linear(color)) for color in COLORS}
    for one, other in itertools.combinations(COLORS, 2):
        assert np.linalg.norm(seen[one] - seen[other]) > 16, (one, other)


def lab(light):
    """Return a color in CIELAB, where 2 is a difference that one just sees."""
    share = np.asarray(TO_XYZ) @ np.clip(light, 0, 1) / WHITE
    x, y, z = np.where(share > 0.008856, np.cbrt(share), 7.787 * share + 16 / 116)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])
