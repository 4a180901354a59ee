from ops import lb
from ops.util.deco import retry


@retry(times=5)
def backup_size():
    return {"code": "none", "size": 4400}


def main():
    answer = lb.balancers()  # here: asked
    if answer["code"] == 4100:  # expect: CLB101 4100 via sdk client request balancers asked
        raise SystemExit("key")
    gone = lb.call("DeleteLoadBalancers", **{"loadBalancerIds.0": "lb-1"})  # expect: CLB204 DeleteLoadBalancers  # here: delete
    if gone["code"] == 5000:  # expect: CLB101 5000 via sdk client request delete
        print("gone before")
    print(lb.balancers.seconds, backup_size()["size"] == 4400)


main()
