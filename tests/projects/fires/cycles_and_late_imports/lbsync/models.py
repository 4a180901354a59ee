from lbsync import cloud


class Balancer:
    MISSING = 5000  # expect: CLB103 5000

    def __init__(self, record):
        self.id = record["loadBalancerId"]
        self.name = record["loadBalancerName"]

    def save(self):
        answer = cloud.ask("ModifyLoadBalancerAttributes", loadBalancerId=self.id, loadBalancerName=self.name)  # expect: CLB204 ModifyLoadBalancerAttributes  # here: save
        return Outcome(answer)

    def reload(self):
        return cloud.load(self.id)


class Outcome:
    def __init__(self, answer):
        self.answer = answer

    def busy(self):
        return self.answer["code"] == 4400  # expect: CLB101 4400 via sdk client request save
