"""Settings in ini and toml files; some are called code."""

import configparser
import tomllib
from pathlib import Path

DEFAULTS = {"code": 4000, "port": 5000}


def ini(path: Path) -> int:
    parser = configparser.ConfigParser()
    parser.read(path)
    code = parser.getint("area", "code", fallback=DEFAULTS["code"])
    if code == 4100 or parser["area"]["code"] == "4100":
        raise ValueError("4100 is not an area any more")
    return code


def toml(path: Path) -> dict[str, object]:
    settings = tomllib.loads(path.read_text())
    if settings["code"] == 5000 or settings.get("code", 0) in (6000, 6100):
        settings["message"] = "test area"
    if settings["server"]["port"] == 4000:
        settings["server"]["port"] = DEFAULTS["port"]
    return settings
