import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


class Audit:
    def __init__(self, database, config):
        self.database = database
        self.api = QcloudApi("lb", config)  # expect: CLB203

    def run(self, action, params):
        answer = json.loads(self.api.call(action, params))  # expect: CLB204
        row = {
            "action": action,
            "result": answer["code"],  # expect: CLB104
            "text": answer.get("message", ""),  # expect: CLB104
        }
        self.database.insert("audit", row)
        return answer["code"]  # expect: CLB104


def main(database, config):
    raise SystemExit(Audit(database, config).run("DescribeLoadBalancers", {}))  # expect: CLB204 DescribeLoadBalancers
