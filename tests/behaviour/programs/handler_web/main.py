"""A stand-in for the small portal: routes requests to handlers and prints what a browser would get."""

import re
import sys

from portal import handlers

ROUTES = [
    ("GET", re.compile(r"^/balancers$"), handlers.list_balancers),
    ("GET", re.compile(r"^/balancers/([\w-]+)$"), handlers.show_balancer),
    ("PUT", re.compile(r"^/balancers/([\w-]+)/name$"), handlers.rename_balancer),
]


def serve(line):
    method, path, *body = line.split(None, 2)
    for wanted, pattern, handler in ROUTES:
        found = pattern.match(path)
        if found and wanted == method:
            return handler(*found.groups(), *body)
    return 404, {"error": "no such page"}


for line in sys.argv[1:]:
    status, page = serve(line)
    print(line, "=>", status)
    for key in sorted(page):
        print("   ", key, "=", page[key])
