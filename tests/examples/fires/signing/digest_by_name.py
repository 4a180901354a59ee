import base64
import binascii
import hmac
import random
import sys
import time
from urllib.parse import urlencode
from urllib.request import urlopen

URI = 'cvm.api.qcloud.com/v2/index.php'  # expect: CLB201 cvm.api.qcloud.com


def makeSign(method, params, secretKey):
    items = sorted(params.items())
    srcStr = method.upper() + URI + '?' + '&'.join(k.replace('_', '.') + '=' + str(v) for k, v in items)
    hashed = hmac.new(bytes(secretKey, 'latin-1'), bytes(srcStr, 'latin-1'), 'sha1')  # expect: CLB205
    return binascii.b2a_base64(hashed.digest())[:-1].decode()


params = {
    'Action': sys.argv[1],
    'Nonce': random.randint(1, sys.maxsize),
    'Region': 'gz',
    'SecretId': 'id',
    'Timestamp': int(time.time()),
}
params['Signature'] = makeSign('GET', params, 'key')
print(urlopen('https://' + URI + '?' + urlencode(params)).read())  # expect: CLB204
