"""Works with every method that takes offset and limit."""
from collections import Counter, OrderedDict


class PageError(Exception):
    def __init__(self, response, offset):
        Exception.__init__(self, "offset %d" % offset)
        self.response, self.offset = response, offset


def paginate(method, key, total="totalCount", limit=50, **params):
    offset, items = 0, []
    while True:
        response = method(offset=offset, limit=limit, **params)
        if response.get("code", 0) != 0:  # expect: CLB102 via sdk client request
            raise PageError(response, offset)
        items.extend(response[key])
        offset += limit
        if offset >= response[total]:
            return items


def collect(methods):
    """Ask each method once; answer the number of each code, and all answers by name."""
    answers = OrderedDict((method.__name__, method()) for method in methods)
    return Counter(answer["code"] for answer in answers.values()), answers  # expect: CLB104 via sdk client request
