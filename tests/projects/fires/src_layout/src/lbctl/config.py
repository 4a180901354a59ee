from __future__ import annotations

import json
import pathlib


def read_config(path: str) -> dict[str, str]:
    return json.loads(pathlib.Path(path).read_text())
