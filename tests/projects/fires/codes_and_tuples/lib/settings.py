CONFIG = {"Region": "bj", "secretId": "id", "secretKey": "key"}
