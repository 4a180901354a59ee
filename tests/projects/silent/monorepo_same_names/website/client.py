"""No package here: run with `python website/main.py`."""
import urllib.request


class Client:
    def call(self, action, params):
        with urllib.request.urlopen("https://www.example.com/%s?%s" % (action, params)) as page:
            return page.read()
