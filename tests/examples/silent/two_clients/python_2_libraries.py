# min-confidence: possible
# Libraries that only Python 2 has: what they give is known not to be legacy.
import ConfigParser
import httplib
import json
import urllib2

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

settings = ConfigParser.ConfigParser()
settings.read('settings.ini')
code = settings.getint('area', 'code')
if code == 4100 or code in (4000, 5000):
    raise SystemExit('no such area')


def stock(item):
    try:
        answer = urllib2.urlopen('http://stock.example.com/' + item)
    except urllib2.HTTPError as error:
        if error.code == 500 or error.code == 5000:
            return None
        raise
    return json.loads(answer.read())['code'] == 4100


def ping():
    connection = httplib.HTTPConnection('stock.example.com', 6000)
    connection.request('GET', '/ping')
    return json.loads(connection.getresponse().read())['code'] != 5100


config = {'Region': 'gz', 'secretId': 'id', 'secretKey': 'key'}
answer = json.loads(QcloudApi('lb', config).call('DescribeQuota', {}))  # expect: CLB203; CLB204
if answer['code'] == 4101:  # expect: CLB101 4101
    print('no rights')
