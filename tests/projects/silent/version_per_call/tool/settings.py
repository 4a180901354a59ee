VERSION = "2017-03-12"
CONFIG = {"Region": "ap-shanghai", "secretId": "id", "secretKey": "key"}
