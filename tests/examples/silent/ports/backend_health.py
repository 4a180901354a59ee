"""Sum up backend health per port; `code` here is a local word for a port's short code."""
import json
import os

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

PORT_LABELS = {4000: "api", 4100: "auth", 5000: "files"}

config = {
    "Region": os.environ.get("REGION", "ap-guangzhou"),
    "secretId": os.environ["SECRET_ID"],
    "secretKey": os.environ["SECRET_KEY"],
}
service = QcloudApi("lb", config)  # expect: CLB203


def health(balancer_id):
    answer = json.loads(service.call("DescribeLBHealthStatus",  # expect: CLB204
                                     {"loadBalancerId": balancer_id}))
    assert answer["code"] == 0, balancer_id  # expect: CLB102
    totals = {}
    for backend in answer["data"]:
        label = PORT_LABELS.get(backend["vport"], "other")
        totals.setdefault(label, []).append(backend["healthStatus"])
    return totals


def missing_ports(balancer_id, wanted=(4000, 4100, 5000)):
    seen = {label for label in health(balancer_id)}
    return [port for port in wanted if port != 5000 and PORT_LABELS[port] not in seen]
