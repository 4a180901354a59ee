import json
import sys

from wiring.container import Container


def main(path):
    with open(path) as file:
        container = Container(json.load(file))
    balancers = container.balancers.request("DescribeLoadBalancers", limit=1)  # expect: CLB204 DescribeLoadBalancers
    if balancers.code == 4110:  # expect: CLB101 4110 via wiring-call
        sys.exit("ask for the right")
    customers = container.crm.request("DescribeCustomers")
    if customers.code == 4110 or customers.code in (4000, 5000):
        sys.exit("not a customer")
    invoices = container.erp.request("invoices", year=2019)
    if invoices.code == 4110 or invoices.code != 0:
        sys.exit(invoices.message)
    print(balancers.totalCount, customers.total, invoices.sum)


main(sys.argv[1])
