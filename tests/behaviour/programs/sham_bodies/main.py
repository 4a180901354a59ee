"""Smoke test of the watcher against canned bodies, then one real question."""
from unittest import mock

import watcher

CANNED = {
    "ok": b'{"code": 0, "message": "", "codeDesc": "Success", "totalCount": 2, "loadBalancerSet": []}',
    "denied": b'{"code": 4101, "message": "(4101) not allowed", "codeDesc": "Forbidden"}',
}

for name in sorted(CANNED):
    with mock.patch("watcher.QcloudApi") as api:
        api.return_value.call.return_value = CANNED[name]
        print(name, watcher.look())
print("real", watcher.look())
