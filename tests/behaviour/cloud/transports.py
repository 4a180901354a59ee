"""Puts the cloud behind both SDKs, in place of the network; all else of them is as it is shipped.

The legacy SDK talks to a connection of `http.client`, that of API 3.0 to a session of `requests`,
each through a small class of its own. Those two classes are replaced, and nothing above them. The
key that signs cannot be read from a signature, so it is noted on its way to the signer.
"""

from __future__ import annotations

import socket
from collections.abc import Callable, Mapping
from typing import Any, NoReturn
from urllib.parse import urlsplit

from tests.behaviour.cloud.site import LoudError, Reply, Site

Current = Callable[[], Site]
"""Gives the site of the run that is going on."""

FAMILIAR_STATUSES = {200: "OK", 500: "Internal Server Error"}


class _LegacyAnswer:
    """As much of an `http.client.HTTPResponse` as the legacy SDK reads."""

    def __init__(self, reply: Reply) -> None:
        self.status = reply.status
        self._body = reply.body

    def getheaders(self) -> list[tuple[str, str]]:
        """The headers; nothing depends on them."""
        return [("Content-Type", "text/html")]

    def read(self) -> bytes:
        """The whole body."""
        return self._body


class _Socket:
    """As much of a socket as the legacy SDK sets: it tells its timeout by this."""

    timeout: float = 0

    def settimeout(self, seconds: float) -> None:
        """Note how long the program would wait."""
        self.timeout = seconds

    def setsockopt(self, *arguments: int) -> None:
        """Nothing is sent that could be delayed."""


def _legacy_connection(current: Current) -> type:
    class Connection:
        """Stands in for the connection of the legacy SDK."""

        def __init__(self, host: str, port: int | None = None) -> None:
            del port
            self.host = host
            self.request_length = 0
            self.sock = _Socket()
            self._sent = ""

        def request(
            self, method: str, url: str, body: str | None, headers: Mapping[str, str]
        ) -> None:
            """Keep what is sent: it is answered when the timeout is known."""
            path, _, query = url.partition("?")
            if path != "/v2/index.php":
                raise LoudError(f"a legacy request to {path}")
            if method == "POST" and "Content-Type" not in headers:
                raise LoudError("a legacy form that does not say so")
            self._sent = query if method == "GET" else body or ""
            self.request_length = len(self._sent)

        def getresponse(self) -> _LegacyAnswer:
            """The answer of the cloud."""
            return _LegacyAnswer(current().legacy(self.host, self._sent, self.sock.timeout))

        def close(self) -> None:
            """Nothing was opened."""

    return Connection


class _ModernAnswer:
    """As much of a `requests.Response` as the SDK of API 3.0 reads."""

    def __init__(self, reply: Reply) -> None:
        self.status_code = reply.status
        self.reason = FAMILIAR_STATUSES[reply.status]
        self.headers = {"Content-Type": "application/json"}
        self.content = reply.body
        self.text = reply.body.decode()


def _modern_connection(current: Current) -> type:
    class Connection:
        """Stands in for the connection of the SDK of API 3.0."""

        def __init__(self, host: str, timeout: float = 60, **others: Any) -> None:
            del others
            self.host = host
            self.timeout = timeout
            self.request_length = 0

        def request(
            self, method: str, url: str, body: str | bytes | None, headers: Mapping[str, str]
        ) -> _ModernAnswer:
            """The answer of the cloud."""
            if method != "POST" or not url.startswith("https://"):
                raise LoudError(f"{method} {url}")
            sent = body.encode() if isinstance(body, str) else body or b""
            host = urlsplit(url).netloc
            return _ModernAnswer(current().modern(host, headers, sent, self.timeout))

    return Connection


def _no_network(*arguments: object, **others: object) -> NoReturn:
    del others
    raise LoudError(f"a program wants the network: {arguments[1:]}")


def install(current: Current) -> None:
    """Replace the network of this process for good."""
    import QcloudApi.common.request as legacy_request
    import QcloudApi.common.sign as legacy_sign
    import QcloudApi.modules.lb  # noqa: F401  imported when it is first used, else
    import tencentcloud.common.http.request as modern_request
    from tencentcloud.common.sign import Sign as ModernSign

    legacy_request.MyHTTPSConnection = _legacy_connection(current)
    modern_request.ProxyConnection = _modern_connection(current)
    socket.socket.connect = _no_network  # type: ignore[method-assign]
    socket.getaddrinfo = _no_network

    legacy_start = legacy_sign.Sign.__init__
    modern_sign = ModernSign.sign_tc3

    def noting_start(self: Any, secret_id: str, secret_key: str) -> None:
        current().secret_key = secret_key
        legacy_start(self, secret_id, secret_key)

    def noting_sign(secret_key: str, date: str, service: str, text: str) -> str:
        current().secret_key = secret_key
        signature: str = modern_sign(secret_key, date, service, text)
        return signature

    legacy_sign.Sign.__init__ = noting_start
    ModernSign.sign_tc3 = staticmethod(noting_sign)
