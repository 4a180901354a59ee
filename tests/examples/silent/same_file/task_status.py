"""Wait for an asynchronous task; `status` inside the data has numbers of its own."""
import json
import time

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

SUCCEEDED, FAILED, RUNNING = 0, 1, 2


class TaskFailed(Exception):
    pass


def wait(config, request_id, deadline=6000):
    service = QcloudApi("lb", config)  # expect: CLB203
    waited = 0
    while waited < deadline:
        answer = json.loads(service.call("DescribeLoadBalancersTaskResult",  # expect: CLB204
                                         {"requestId": request_id}))
        status = answer["data"]["status"]
        if status == SUCCEEDED or not status:
            return waited
        if status == FAILED or answer["data"]["status"] == 4100:
            raise TaskFailed(request_id)
        assert status == RUNNING
        time.sleep(5)
        waited += 5
        if waited == 5000:
            print("still waiting for", answer.get("requestId", request_id))
    raise TimeoutError(request_id)
