from .connection import ask

SIZE = 100


def pages(action, **params):
    """Yield one response after the other."""
    offset = 0
    while True:
        page = ask(action, dict(params, offset=offset, limit=SIZE))  # here: page
        yield page
        offset += SIZE
        if offset >= page.get("totalCount", 0):
            return


def all_pages(regions, action):
    for region in regions:
        yield from pages(action, Region=region)  # here: from-pages


def numbered(regions):
    return ((number, page["code"], page) for number, page in enumerate(all_pages(regions, "DescribeLoadBalancers")))  # expect: CLB204 DescribeLoadBalancers via client request; CLB104 via client request page
