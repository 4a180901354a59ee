QCLOUD = {"Region": "sh", "secretId": "AKID", "secretKey": "key", "method": "POST"}
SPOOLER = "http://spooler.example.org:6310"
