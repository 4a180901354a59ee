from parts.clients import Cloud, Forum
from parts.retry import Retrying


class PatientCloud(Retrying, Cloud):
    def busy(self, answer):
        return answer["code"] == 4400  # expect: CLB101 4400 via mixin-call


class PatientForum(Retrying, Forum):
    limit = 4400

    def busy(self, answer):
        return answer["code"] == self.limit or answer["code"] in (4400, 6000)


def posts(topic):
    answer = PatientForum().request("posts", topic=topic)
    if answer["code"] == 5000 or not answer["code"]:
        return []
    return answer["posts"]


def listeners(balancer):
    answer = PatientCloud().request("DescribeLoadBalancerListeners", loadBalancerId=balancer)  # expect: CLB204 DescribeLoadBalancerListeners
    if answer["code"] == 5000:  # expect: CLB101 5000 via mixin-call
        return []
    return answer["listenerSet"]
