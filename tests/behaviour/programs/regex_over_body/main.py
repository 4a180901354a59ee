import re
import sys

from QcloudApi.qcloudapi import QcloudApi

CODE = re.compile(r'"code"\s*:\s*"?(\d+)')


def code_of(body):
    if isinstance(body, bytes):
        body = body.decode('utf-8')
    found = CODE.search(body)
    return int(found.group(1)) if found else -1


def main():
    service = QcloudApi('lb', {'Region': 'gz', 'secretId': 'AKIDexample', 'secretKey': 'examplekey'})
    code = code_of(service.call('DescribeLoadBalancers', {'limit': 1}))
    if code == 0:
        print('fine')
    elif code == 4104:
        print('the key was deleted')
    else:
        print('trouble')
    return 0


if __name__ == '__main__':
    sys.exit(main())
