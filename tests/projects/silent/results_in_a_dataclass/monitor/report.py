from __future__ import annotations

from .probes import probe_cloud, probe_shell, probe_shop


def cloud_line(config: dict[str, str]) -> str:
    result = probe_cloud(config)
    if result.code == 4104:  # expect: CLB101 4104 via probe read
        return "cloud: no such key"
    if result.payload["code"] == 6000:  # expect: CLB101 6000 via probe
        return "cloud: broken"
    return result.label


def other_lines() -> list[str]:
    shop = probe_shop()
    if shop.code == 4104 or shop.payload["code"] in (5000, 6000):
        return ["shop: closed"]
    disk = probe_shell("df -h")
    if disk.code == 4300 or not disk.code:
        return [shop.label]
    return [shop.label, disk.label]
