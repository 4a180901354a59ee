CONFIG = {"Region": "sh", "secretId": "a", "secretKey": "b", "SignatureMethod": "HmacSHA256"}
CODES = {"jobs": 4100, "queue": 5000}
