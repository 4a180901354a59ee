"""Commands by name."""
from reactor import commands

TABLE = {
    "list": commands.list_balancers,
    "delete": commands.delete,
    "version": commands.version,
}


def run(name, *words):
    return TABLE[name](*words)  # here: plugin
