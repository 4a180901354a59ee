from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


def main():
    service = QcloudApi("lb", {"Region": "gz", "secretId": "x", "secretKey": "y"})  # expect: CLB203
    res = service.call("RegisterInstancesWithLoadBalancer", {"loadBalancerId": "lb-1"})  # expect: CLB204 RegisterInstancesWithLoadBalancer
    if "Success" in str(res):  # expect: CLB102
        print("bound")
    else:
        print("failed", res)


main()
