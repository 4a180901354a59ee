"""Receives the requests of one run, on either side, records them, and lets them fail as wished."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

from tests.behaviour.cloud import legacy, modern
from tests.behaviour.cloud.errors import errors
from tests.behaviour.cloud.model import REGIONS, Model, RefusedError

MESSAGE = "(100004) the cloud does not want to"
BROKEN = "the connection broke"
CONNECTION, STATUS = "connection", "status"
MOST_REQUESTS = 60

LEGACY_HOST = "lb.api.qcloud.com"
OTHER_HOSTS = frozenset(
    f"{name}.api.qcloud.com" for name in ("account", "bmlb", "cdb", "cvm", "monitor", "vpc")
)
MODERN_HOSTS = frozenset(
    {"clb.tencentcloudapi.com", "clb.intl.tencentcloudapi.com"}
    | {f"clb.{region}.tencentcloudapi.com" for region in REGIONS.values()}
)


class EndlessError(BaseException):
    """The program went on and on. Not an Exception: programs must not catch it."""


class LoudError(BaseException):
    """The program did what the judge does not know, which must not go unnoticed."""


@dataclass(frozen=True)
class Failure:
    """Which requests fail, and how each side is told.

    `when` is the number of the request, 0 for every one; `operation` narrows it to requests for
    that. Either both codes are given or `network` is, `connection` or `status`.
    """

    when: int
    legacy: int = 0
    modern: str = ""
    network: str = ""
    operation: str = ""


@dataclass(frozen=True)
class Weather:
    """What a run meets with."""

    failure: Failure | None = None
    tasks_fail: bool = False
    nulls: bool = False


@dataclass
class Reply:
    """An answer on its way: its HTTP status and its body."""

    status: int
    body: bytes


@dataclass
class Site:
    """The cloud as one run sees it. `operations` are what it was asked for, in order."""

    weather: Weather = field(default_factory=Weather)
    operations: list[dict[str, Any]] = field(default_factory=list)
    codes: list[list[str]] = field(default_factory=list)
    """For each request that was refused, the texts its code may be shown as."""
    hosts: list[str] = field(default_factory=list)
    secret_key: str = ""
    """Noted when a request is signed: from the signature nobody could tell."""
    model: Model = field(init=False)

    def __post_init__(self) -> None:
        self.model = Model(self.weather.tasks_fail)

    @property
    def _number(self) -> int:
        return len(self.operations)

    def _note(self, name: str, region: str, credential: tuple[str, str]) -> dict[str, Any]:
        if len(self.operations) >= MOST_REQUESTS:
            raise EndlessError
        operation: dict[str, Any] = {
            "name": name,
            "arguments": {},
            "region": region,
            "id": credential[0],
            "key": self.secret_key,
            "token": credential[1],
        }
        self.operations.append(operation)
        return operation

    def _trouble(self, name: str) -> Failure | None:
        failure = self.weather.failure
        if failure is None or failure.when not in (0, self._number):
            return None
        return failure if failure.operation in ("", name) else None

    def _shown(self, *texts: str) -> None:
        self.codes.append(list(texts))

    def _perform(self, operation: Mapping[str, Any]) -> Any:
        number, region = self._number, operation["region"]
        return self.model.perform(operation["name"], operation["arguments"], region, number)

    def legacy(self, host: str, body: str, timeout: float) -> Reply:
        """Answer a request of API 2.0, or break the connection."""
        if host != LEGACY_HOST and host not in OTHER_HOSTS:
            if host.endswith(".api.qcloud.com"):
                raise OSError("there is no such host")
            raise LoudError(f"a legacy request to {host}")
        self.hosts.append(host)
        form = dict(parse_qsl(body, keep_blank_values=True))
        action = legacy.actions().get(form.get("Action", ""))
        if host in OTHER_HOSTS:
            # Another product, of which nothing is known but that it does what it is asked.
            name = f"{host.partition('.')[0]}:{form.get('Action', '')}"
            action = legacy.Action(name, "nothing", ())
        name = action.operation if action else form.get("Action", "")
        if action and name == "nothing":
            name = action.name
        operation = self._note(name, "", (form.get("SecretId", ""), form.get("Token", "")))
        operation["timeout"] = timeout
        try:
            if action is None:
                raise RefusedError(6100, "InvalidAction", f"there is no {name.lower()}")
            operation["arguments"], problem = legacy.arguments_of(action, form)
            operation["region"] = legacy.region_of(form)
            if problem:
                raise problem
            trouble = self._trouble(name)
            if trouble:
                if trouble.network:
                    return _break(trouble)
                raise RefusedError(trouble.legacy, trouble.modern, MESSAGE)
            result = self._perform({**operation, "name": action.operation})
        except RefusedError as error:
            self._shown(str(error.legacy), errors().name(error.legacy))
            answer = legacy.refusal(error.legacy, error.message)
        else:
            answer = legacy.answer(action, result, self._number, self.weather.nulls)
        return Reply(200, json.dumps(answer).encode())

    def modern(self, host: str, headers: Mapping[str, str], body: bytes, timeout: float) -> Reply:
        """Answer a request of API 3.0, or break the connection."""
        if host not in MODERN_HOSTS:
            raise LoudError(f"a request of API 3.0 to {host}")
        self.hosts.append(host)
        name = headers.get("X-TC-Action", "")
        operation = self._note(name, "", ("", ""))
        operation["timeout"] = timeout
        try:
            operation["arguments"] = json.loads(body)
            operation["id"], operation["token"] = modern.credential_of(headers)
            if headers.get("X-TC-Version") != modern.VERSION:
                raise modern.refused("NoSuchVersion", "there is no such version")
            operation["region"] = modern.region_of(headers)
            operation["arguments"] = modern.arguments_of(name, operation["arguments"])
            trouble = self._trouble(name)
            if trouble:
                if trouble.network:
                    return _break(trouble)
                raise RefusedError(trouble.legacy, trouble.modern, MESSAGE)
            result = self._perform(operation)
        except RefusedError as error:
            self._shown(error.modern)
            answer = modern.refusal(error.modern, error.message, self._number)
        else:
            answer = modern.answer(name, result, self._number, self.weather.nulls)
        return Reply(200, json.dumps(answer).encode())


def _break(failure: Failure) -> Reply:
    if failure.network == CONNECTION:
        raise ConnectionResetError(BROKEN)
    return Reply(500, b"the cloud is down")
