"""`QcloudApi` of our deployment package, which speaks to its own daemon."""
import json

from deployer.providers import QcloudApi
from deployer.settings import TOKEN


def rollout(version):
    api = QcloudApi("lb", {"token": TOKEN})
    result = json.loads(api.call("Rollout", {"version": version}))
    if result["state"] != "done":
        raise SystemExit(result["state"])
    return result


def rollback(version):
    api = QcloudApi(module="lb", config={"token": TOKEN})
    answer = api.call("Rollback", {"version": version})
    assert answer is not None
    return answer


if __name__ == "__main__":
    rollout("4.1.0")
