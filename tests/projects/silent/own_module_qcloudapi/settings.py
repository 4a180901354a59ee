CONFIG = {'Region': 'gz', 'secretId': 'not needed', 'secretKey': 'not needed'}
