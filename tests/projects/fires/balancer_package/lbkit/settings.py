from __future__ import annotations

import configparser
import pathlib


def load(profile: str) -> dict[str, str]:
    parser = configparser.ConfigParser()
    parser.optionxform = str
    parser.read(pathlib.Path.home() / ".lbkit.ini")
    return dict(parser[profile])
