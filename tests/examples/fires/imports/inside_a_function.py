import json


def list_balancers(secret_id, secret_key, region="gz"):
    # imported late: the package is slow to load
    from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

    client = QcloudApi("lb", dict(Region=region, secretId=secret_id, secretKey=secret_key))  # expect: CLB203
    data = json.loads(client.call("DescribeLoadBalancers", {}))  # expect: CLB204 DescribeLoadBalancers
    if data["code"] == 4105:  # expect: CLB101 4105
        return None
    return data["loadBalancerSet"]
