"""`.ci/run` runs all tests with the network off, where it can be switched off."""

import os
import socket

import pytest

pytestmark = [
    pytest.mark.ci,
    pytest.mark.skipif(
        os.environ.get("COURSE_NETWORK") != "off",
        reason="the network is on; tests/support/without_network.py switches it off",
    ),
]


def test_the_network_is_really_off():
    with pytest.raises(OSError, match="Network is unreachable"):
        socket.create_connection(("192.0.2.1", 80), timeout=60)


def test_the_machine_itself_can_be_reached():
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname(), timeout=60).close()
