import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


def shutdown(config, lb_id, dry_run=False):
    api = None if dry_run else QcloudApi("lb", config)  # expect: CLB203
    answer = {"code": 0} if api is None else json.loads(api.call("DeleteLoadBalancers", {"loadBalancerIds.0": lb_id}))  # expect: CLB204 DeleteLoadBalancers
    code = answer["code"] if "code" in answer else -1  # expect: CLB104; CLB104
    outcome = "gone" if code == 5000 else "unknown"  # expect: CLB101 5000
    return outcome if code != 0 else "deleted"  # expect: CLB102
