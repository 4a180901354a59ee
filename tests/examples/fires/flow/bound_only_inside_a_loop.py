"""What a loop binds is known after it, whether or not something was bound before."""

import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


def ask(action, attempts=3):
    for attempt in range(attempts):
        answer = json.loads(QcloudApi("lb", {}).call(action, {}))  # expect: CLB203; CLB204
        if answer["code"] != 4400:  # expect: CLB101 4400
            return answer
    print(answer["code"])  # expect: CLB104
    while attempts:
        code = answer["code"]  # expect: CLB104
        attempts -= 1
    return code == 5000  # expect: CLB101 5000


ask("DescribeLoadBalancers")  # expect: CLB204 DescribeLoadBalancers
