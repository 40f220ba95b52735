"""The guards that hold for every test do hold."""

from __future__ import annotations

import socket

import pytest


@pytest.mark.parametrize(
    "reach", [lambda: socket.getaddrinfo("example.org", 80), lambda: socket.create_connection(("192.0.2.1", 80))]
)
def test_no_test_reaches_a_network(reach):
    with pytest.raises(pytest.fail.Exception, match="wanted to reach a network"):
        reach()


def test_no_socket_connects_to_an_address_of_a_network():
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as one, pytest.raises(pytest.fail.Exception):
        one.connect(("192.0.2.1", 80))
