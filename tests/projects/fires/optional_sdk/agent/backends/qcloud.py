from ..compat import HAVE_QCLOUD, QcloudApi, json
from ..conf import settings


def weights(balancer, listener):
    if not HAVE_QCLOUD:
        raise RuntimeError("install the SDK")
    api = QcloudApi("lb", settings.ACCOUNT)  # expect: CLB203 lb via sdk  # here: client
    body = api.call("DescribeForwardLBBackends", {"loadBalancerId": balancer, "listenerIds.0": listener})  # expect: CLB204 DescribeForwardLBBackends via sdk client  # here: request
    return json.loads(body)
