import json
import logging
import sys

from QcloudApi.qcloudapi import QcloudApi

logging.basicConfig(stream=sys.stdout, level=logging.INFO, format="%(levelname)s %(message)s")
log = logging.getLogger("lb")

service = QcloudApi("lb", {"Region": "gz", "secretId": "AKIDexample", "secretKey": "examplekey", "method": "POST"})
result = json.loads(service.call("ModifyForwardLBFourthListener", {
    "loadBalancerId": "lb-app1",
    "listenerId": "lbl-tcp1",
    "listenerName": "tcp-edge",
    "scheduler": "least_conn",
}))
code, message = result["code"], result["message"]
if code:
    log.error("modify failed: code=%s message=%s", code, message)
    if code in (4400, 6000, 6200):
        log.warning("worth another try")
    sys.exit(1)
log.info("modified")
