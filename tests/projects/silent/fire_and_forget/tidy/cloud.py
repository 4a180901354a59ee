# Sends orders to the cloud and never looks at what it says.
from QcloudApi import qcloudapi  # expect: CLB202

CONFIG = {'Region': 'gz', 'secretId': '', 'secretKey': ''}


def delete(names):
    api = qcloudapi.QcloudApi('lb', CONFIG)  # expect: CLB203
    for place, name in enumerate(names):
        api.call('DeleteLoadBalancers', {'loadBalancerIds.%d' % place: name})  # expect: CLB204 DeleteLoadBalancers
    return len(names)


def stop(name):
    qcloudapi.QcloudApi('cvm', CONFIG).call('StopInstances', {'instanceIds.0': name})  # expect: CLB203; CLB204 StopInstances
    return 4100
