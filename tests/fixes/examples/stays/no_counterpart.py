# reason: ModifyLBNetwork has no counterpart
import json

from QcloudApi.qcloudapi import QcloudApi

service = QcloudApi("lb", {"Region": "gz", "secretId": "id", "secretKey": "key"})
print(json.loads(service.call("ModifyLBNetwork", {}))["code"] == 0)
