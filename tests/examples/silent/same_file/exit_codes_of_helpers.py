"""What a helper from elsewhere returns is called `code`, as an exit code would be."""
import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

from deploy.shell import run


def restart(unit):
    code, output = run(["systemctl", "restart", unit])
    if code == 0:
        return output
    ret_code = run(["journalctl", "-u", unit])
    return None if ret_code != 0 else output


def finished(code):
    return code == 0


def announce(config, reply):
    if reply["code"] != 0:  # expect: CLB102 0 likely
        return None
    service = QcloudApi("lb", config)  # expect: CLB203
    return json.loads(service.call("DescribeLoadBalancers", {}))  # expect: CLB204
