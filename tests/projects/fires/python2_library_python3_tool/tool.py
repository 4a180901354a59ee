from cloud.client import call


def main() -> None:
    answer = call("DescribeLoadBalancers", {})  # expect: CLB204 DescribeLoadBalancers  # here: asked
    if answer["code"] == 4100:  # expect: CLB101 4100 via decoded asked
        print(f"refused: {answer['message']}")  # expect: CLB104


main()
