import csv
import sys

from inventory.pages import all_pages, numbered, pages


def main(path):
    with open(path, "w") as stream:
        out = csv.writer(stream)
        for page in pages("DescribeLoadBalancers"):  # expect: CLB204 DescribeLoadBalancers  # here: first-loop
            if page["code"] == 4100:  # expect: CLB101 4100 via sdk client request page first-loop
                sys.exit("key")
            for balancer in page["loadBalancerSet"]:
                out.writerow([balancer["loadBalancerId"], balancer["loadBalancerName"]])

    for number, code, page in numbered(["gz", "sh"]):
        if code == 4400:  # expect: CLB101 4400 via client request
            print("page", number, "was refused")
        elif number == 4400:
            print("page 4400 at last")

    good = [p for p in all_pages(["bj"], "DescribeLoadBalancers") if not p["code"]]  # expect: CLB204 DescribeLoadBalancers; CLB102 via client request page from-pages
    first = next(all_pages(["hk"], "DescribeLoadBalancers"))  # expect: CLB204 DescribeLoadBalancers
    assert first["code"] != 6000, len(good)  # expect: CLB101 6000


main(sys.argv[1])
