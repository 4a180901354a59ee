"""A store for something else."""
from cache.store import Store

settings = Store(3600)


def colour():
    return settings.get("colour", lambda: {"code": 4100, "name": "teal"})


def is_teal():
    return colour()["name"] == "teal"
