# -*- coding: latin-1 -*-
# Règle les sondes d'une règle de redirection (écrit par André, 2016)
import json
import sys

from QcloudApi.qcloudapi import QcloudApi

CHEMIN = '/état'

configuration = {
    'Region':    'ap-guangzhou',
    'secretId':  'AKIDsonde',
    'secretKey': 'cle-secrete',
}
service = QcloudApi('lb', configuration)

params = {
    'loadBalancerId': sys.argv[1],
    'listenerId':     sys.argv[2],
    'locationId':     sys.argv[3],
    'healthSwitch':   1,
    'intervalTime':   '10',      # secondes
    'healthNum':      '3',
    'unhealthNum':    '5',
    'httpCode':       2,
}
# sans chemin: la page d'état
if len(sys.argv) > 4:
    params['httpCheckPath'] = sys.argv[4]
else:
    params['httpCheckPath'] = CHEMIN

reponse = json.loads(service.call('ModifyLoadBalancerRulesProbe', params))
if reponse['code'] == 0:
    print('sonde réglée')
elif reponse['code'] == 5000:
    print('règle inconnue')
    sys.exit(2)
elif reponse['code'] == 4000:
    print('paramètre refusé: ' + reponse['message'])
    sys.exit(3)
else:
    print('échec: ' + reponse['message'])
    sys.exit(1)
