from QcloudApi.qcloudapi import QcloudApi

SERVICE = QcloudApi("lb", {"Region": "gz", "secretId": "AKIDexample", "secretKey": "examplekey"})
