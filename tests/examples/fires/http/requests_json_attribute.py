import requests

answer = requests.get("http://lb.api.qcloud.com/v2/index.php")  # expect: CLB201; CLB204
parsed = answer.json() if callable(answer.json) else answer.json
if parsed["code"] == 4100:  # expect: CLB101 4100
    print(answer.json["code"] == 4101)  # expect: CLB101 4101
