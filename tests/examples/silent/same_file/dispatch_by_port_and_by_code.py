"""Three tables with the same keys; one is looked up by a legacy code."""
import json
import socketserver

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

BY_PORT = {4000: "plain", 4100: "tls", 5000: "admin"}
BY_STATUS = {4000: "red", 5000: "yellow"}
BY_CODE = {4100: "signature", 5000: "missing"}  # expect: CLB103 4100 5000


class Handler(socketserver.BaseRequestHandler):
    def handle(self):
        port = self.server.server_address[1]
        self.request.sendall(BY_PORT[port].encode())
        if BY_STATUS.get(port) == "red" or port == 6000:
            self.request.close()


def explain(config):
    service = QcloudApi("lb", config)  # expect: CLB203
    answer = json.loads(service.call("DescribeLoadBalancers", {}))  # expect: CLB204
    return BY_CODE.get(answer["code"], "other")


if __name__ == "__main__":
    for number in BY_PORT:
        print(number, BY_STATUS.get(number))
