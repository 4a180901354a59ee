import os
import sys

from cloudlib.eip import Address
from cloudlib.lb import LoadBalancer

KEYS = os.environ['ID'], os.environ['KEY']


def main(lb_id, eip):
    balancers = LoadBalancer('gz', *KEYS)
    if not balancers.delete(lb_id) and balancers.denied:
        return 'no right'
    addresses = Address('gz', *KEYS, project=7)
    rsp = addresses.release(eip)  # here: release
    if rsp['code'] == 4102 or addresses.last_code == 4103:  # expect: CLB101 4102 via client request release; CLB101 4103 via client request
        return 'no right'
    if balancers.pause == 4400:
        return 'patience'
    return None


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:3]))
