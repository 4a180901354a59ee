"""Checks the ports of a compose file against the ones the team agreed on."""

from enum import IntEnum
from pathlib import Path

import yaml


class Port(IntEnum):
    WEB = 4000
    ADMIN = 4100
    REGISTRY = 5000
    METRICS = 6100
    DEBUG = 6200


def published(service: dict) -> list[int]:
    return [int(str(entry).split(":")[0]) for entry in service.get("ports", [])]


def problems(compose: Path) -> list[str]:
    found = []
    for name, service in yaml.safe_load(compose.read_text())["services"].items():
        for port in published(service):
            match port:
                case 5000:
                    found.append(f"{name}: 5000 is taken by the registry")
                case 6000 | 6100 | 6200:
                    found.append(f"{name}: {port} is for operations only")
                case _ if port not in set(Port):
                    found.append(f"{name}: {port} is not on the list")
    return found
