import json

import pycurl

from io import BytesIO


def call(path):
    buffer = BytesIO()
    curl = pycurl.Curl()
    curl.setopt(curl.URL, 'https://status.example.com/' + path)
    curl.setopt(curl.WRITEDATA, buffer)
    curl.perform()
    return json.loads(buffer.getvalue())
