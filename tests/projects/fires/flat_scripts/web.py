#!/usr/bin/env python
"""A page with the same list, for those who do not like terminals."""
from http.server import BaseHTTPRequestHandler, HTTPServer

from common import REGION
from error_code import DEFAULT_PORT


class Page(BaseHTTPRequestHandler):
    def do_GET(self):
        code = 200 if self.path == '/' else 404
        self.send_response(code)
        self.end_headers()
        self.wfile.write(REGION.encode())


if __name__ == '__main__':
    port = DEFAULT_PORT
    if port == 5000:
        print('the default port')
    HTTPServer(('', port), Page).serve_forever()
