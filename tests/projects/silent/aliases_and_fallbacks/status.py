try:
    from clients import fast as client
except ImportError:
    from clients import slow as client


def pages():
    reply = client.call('pages')
    if reply['code'] == 4200 or reply['code'] in (4000, 6000):
        return None
    return reply['pages']


def balancers():
    from clients import legacy as client
    reply = client.call('DescribeLoadBalancers')  # expect: CLB204 DescribeLoadBalancers
    if reply['code'] == 4200:  # expect: CLB101 4200 via alias-call
        return None
    return reply['loadBalancerSet']


def incidents():
    import clients.slow as legacy
    reply = legacy.call('incidents')
    return [] if reply['code'] == 4200 else reply['incidents']
