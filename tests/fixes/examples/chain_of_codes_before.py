import json
import logging

from QcloudApi.qcloudapi import QcloudApi

log = logging.getLogger(__name__)
service = QcloudApi("lb", {"Region": "ap-shanghai", "secretId": "id", "secretKey": "key"})


def rename(balancer, name):
    answer = json.loads(
        service.call(
            "ModifyLoadBalancerAttributes",
            {
                "loadBalancerId": balancer,
                "loadBalancerName": name,  # at most 50 characters
            },
        )
    )
    code = answer["code"]
    if code == 0:
        log.info("renamed")
    elif code in (4100, 4105):
        log.error("who are you? %s", answer["message"])
    elif code == 4400:
        log.warning("too fast")
    else:
        raise RuntimeError(answer["message"])
