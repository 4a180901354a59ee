# every module shares the common codes: cdn is as legacy as lb
import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

cdn = QcloudApi("cdn", {"Region": "gz", "secretId": "i", "secretKey": "k", "method": "POST"})  # expect: CLB203


def refresh(url: str) -> bool:
    answer = json.loads(cdn.call("RefreshCdnUrl", {"urls.0": url}))  # expect: CLB204 RefreshCdnUrl
    if answer["code"] == 4500:  # expect: CLB101 4500
        raise RuntimeError("the clock of this machine is wrong")
    return answer["code"] == 0  # expect: CLB102
