from fleet.ask import ask
from fleet.state import state


def main():
    if ask("gz", "DescribeLoadBalancers", {}):  # expect: CLB204 DescribeLoadBalancers
        return state.answer["loadBalancerSet"]
    if state.code == 4101:  # expect: CLB101 4101 via sdk client request
        raise SystemExit("no right")
    if state.answer["code"] == 4104:  # expect: CLB101 4104 via sdk client request
        raise SystemExit("no key")
    return [one["message"] for one in state.history if one["code"] == 6000]  # expect: CLB104; CLB101 6000 via sdk client request


if __name__ == "__main__":
    main()
