from transport import later, run, send

OLD = "https://lb.api.qcloud.com/v2/index.php"  # expect: CLB201
SHOP = "https://api.shop.example.com/v2"

send(OLD, "DescribeLoadBalancers")  # expect: CLB204 DescribeLoadBalancers
orders = send(SHOP, "DescribeOrders", limit=5)
if orders["code"] == 4100:
    print("not yours")
same = send(SHOP, "DescribeLoadBalancers")
if same["code"] == 4400:
    print("no such shelf")
later(SHOP, "DescribeLoadBalancers")()


def balancers():
    """It names the action itself: its callers do not."""
    return send(OLD, "DescribeLoadBalancers")  # expect: CLB204 DescribeLoadBalancers


def count(name):
    print(name)
    return len(balancers())


balancers()
count("DescribeLoadBalancers")
run("qcloudcli", "lb", "DescribeLoadBalancers")  # expect: CLB206 lb DescribeLoadBalancers
run("shopcli", "lb", "DescribeLoadBalancers")
