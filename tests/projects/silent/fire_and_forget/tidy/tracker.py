import requests

from tidy.codes import Code


class Tracker:
    def __init__(self, url='https://tracker.example.com'):
        self.url = url

    def close(self, issue):
        reply = requests.post('%s/issues/%d/close' % (self.url, issue)).json()
        code = reply['code']
        if code == Code.GONE:
            return True
        if code in (Code.DENIED, Code.SLOW) or reply['codeDesc'] == 'AuthFailure':
            raise PermissionError(reply['message'])
        return not code
