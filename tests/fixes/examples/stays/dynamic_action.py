# reason: the action is not known here
import sys

import json

from QcloudApi.qcloudapi import QcloudApi

service = QcloudApi("lb", {"Region": "gz", "secretId": "id", "secretKey": "key"})
print(json.loads(service.call(sys.argv[1], {}))["code"] == 0)
