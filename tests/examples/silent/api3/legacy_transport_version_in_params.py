"""`Version` may also be given with each call; the other call below has none and is legacy."""
import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


class Machines(object):
    def __init__(self, config):
        self.service = QcloudApi("cvm", config)  # expect: CLB203

    def start(self, machine):
        body = self.service.call("StartInstances", {
            "Version": "2017-03-12",
            "InstanceIds.0": machine,
        })
        response = json.loads(body)["Response"]
        error = response.get("Error")
        if error and error["Code"] == "InvalidInstanceId.NotFound":
            return False
        if error and error["Code"].split(".")[0] in ("AuthFailure", "UnauthorizedOperation"):
            raise PermissionError(error["Message"])
        return error is None

    def old_price(self, machine):
        body = self.service.call("InquiryInstancePrice", {"instanceId": machine})  # expect: CLB204
        answer = json.loads(body)
        if answer["code"] == 5000:  # expect: CLB101 5000
            return None
        return answer["price"]
