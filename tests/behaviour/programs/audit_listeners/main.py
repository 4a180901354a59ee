import sys

import cloud
import settings


def audit(balancer_id):
    found = cloud.listeners(balancer_id)
    ports = [listener["loadBalancerPort"] for listener in found]
    problems = []
    for port in settings.EXPECTED_PORTS:
        if port not in ports:
            problems.append("port %d is not listened on" % port)
    for listener in found:
        if listener["protocol"] == 1:
            problems.append("%s speaks plain http" % listener["listenerId"])
    return ports, problems


def main(balancer_id):
    try:
        ports, problems = audit(balancer_id)
    except cloud.CloudError as error:
        if error.is_ours:
            print("AUDIT cannot log in")
            return 3
        if error.code == 5000:
            print("AUDIT no such balancer", balancer_id)
            return 2
        print("AUDIT failed:", error)
        return 1
    print("AUDIT", balancer_id, "ports", sorted(ports))
    for problem in problems:
        print("  !", problem)
    print("  %d problem(s)" % len(problems))
    return 0


sys.exit(main(sys.argv[1]))
