# min-confidence: possible
"""A registry of plug-ins by name; `QcloudApi` is a key and a local name."""

from importlib.metadata import entry_points

NAMES = {"QcloudApi": 4000, "qcloudapi3": 4100, "qcloudcli": 5000}


def load(group: str) -> dict[str, object]:
    found = {}
    for point in entry_points(group=group):
        if point.name == "QcloudApi" or NAMES.get(point.name) == 4100:
            QcloudApi = point.load()
            found[point.name] = QcloudApi
    return found


def order(plugins: dict[str, object]) -> list[str]:
    qcloudapi = sorted(plugins, key=lambda name: NAMES.get(name, 6000))
    qcloudcli = [name for name in qcloudapi if NAMES.get(name) != 5000]
    return qcloudcli


if __name__ == "__main__":
    print(order(load("cloud.providers")))
