from .client import *
from .errno import *


def unhealthy(region, lb_id):
    rsp = lb_api(region, 'DescribeLBHealthStatus', {'loadBalancerId': lb_id})  # expect: CLB204 DescribeLBHealthStatus  # here: health
    if rsp['code'] == ERR_PARAM:  # expect: CLB101 4000 via sdk client request health
        raise ValueError(lb_id)
    if rsp['code'] == ERR_SIGN:  # expect: CLB101 4100 via sdk client request health
        raise SystemExit('bad key')
    return [b for b in rsp['data'] if not b['healthStatus']]
