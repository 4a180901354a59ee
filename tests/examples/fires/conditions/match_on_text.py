import json

import requests

URL = "https://lb.api.qcloud.com/v2/index.php"  # expect: CLB201 lb.api.qcloud.com


def outcome(params):
    answer = json.loads(requests.get(URL, params=params).text)  # expect: CLB204
    match str(answer["code"]):
        case "0":  # expect: CLB102
            return "fine"
        case "4104" | "4105":  # expect: CLB101 4104 4105
            return "keys"
        case "5400":  # expect: CLB101 5400
            return "partly"
    match answer["codeDesc"]:
        case "Success":  # expect: CLB102
            return "fine"
        case "InternalError":  # expect: CLB101
            return "theirs"
    return "?"
