"""What programs are run under: which requests fail, and with what, on each side."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from functools import cache

from tests.behaviour.cloud.errors import INVENTED, errors, invented, published
from tests.behaviour.cloud.site import CONNECTION, STATUS, Failure, Weather

# Codes of different kinds, for failures later than the first request.
LATER_CODES = (
    "InvalidParameter",
    "AuthFailure.TokenFailure",
    "RequestLimitExceeded",
    "InvalidParameter.LBIdNotFound",
    "FailedOperation.ResourceInOperating",
    "InternalError",
    INVENTED,
)
LATER = (2, 3, 4, 5, 6)
_WORDS = {0: "every", 1: "first"}


@dataclass(frozen=True)
class Scenario:
    """One comparison. The run after has to agree with each of the runs before, or with one of them.

    There are several before where the legacy codes are told apart by nothing but a text in API 3.0
    (`every`), or where the documents leave open which of them it is.
    """

    name: str
    before: tuple[Weather, ...]
    after: Weather
    every: bool = True


def _same(name: str, weather: Weather) -> Scenario:
    return Scenario(name, (weather,), weather)


def failing(when: int, code: str) -> Scenario:
    """That request (0: every one) fails with this code of API 3.0, and before with its twins."""
    owners, every = errors().owners(code)
    return Scenario(
        f"{_WORDS.get(when, str(when))}:{code}",
        tuple(Weather(Failure(when, owner, code)) for owner in owners),
        Weather(Failure(when, owners[0], code)),
        every,
    )


@cache
def scenarios() -> tuple[Scenario, ...]:
    """Everything a program is compared under."""
    found = [
        _same("success", Weather()),
        _same("nulls", Weather(nulls=True)),
        _same("task-fails", Weather(tasks_fail=True)),
    ]
    for network in (CONNECTION, STATUS):
        for when in (1, 0, *LATER[:3]):
            weather = Weather(Failure(when, network=network))
            found.append(_same(f"{_WORDS.get(when, str(when))}:{network}", weather))
    for code in (*published(), *invented()):
        found += [failing(1, code), failing(0, code)]
    found += [failing(when, code) for code in LATER_CODES for when in LATER]
    return tuple(found)


def named(name: str) -> Scenario:
    """The scenario of that name; `first:4100` and the like name the legacy code alone."""
    for scenario in scenarios():
        if scenario.name == name:
            return scenario
    when, _, code = name.partition(":")
    if when and code:
        number = {word: number for number, word in _WORDS.items()}.get(when)
        number = int(when) if number is None else number
        if not code.isdigit():
            return failing(number, code)
        owned = errors().owns.get(int(code), ())
        weather = Weather(Failure(number, int(code), owned[0] if owned else INVENTED))
        return _same(name, weather)
    raise ValueError(f"there is no scenario {name}")


def legacy_scenarios() -> tuple[Scenario, ...]:
    """What authors want to see: each legacy code once, and what else can happen."""
    plain = [one for one in scenarios() if ":" not in one.name or one.after.failure is None]
    plain += [one for one in scenarios() if one.after.failure and one.after.failure.network]
    codes = [str(code) for code in errors().names] + [str(errors().unknown[0])]
    return (*plain, *(named(f"{when}:{code}") for code in codes for when in ("first", "every")))


def weather_to_json(weather: Weather) -> dict[str, object]:
    """For the process that runs programs."""
    return dataclasses.asdict(weather)
