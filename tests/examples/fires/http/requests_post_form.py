import requests

url = 'https://lb.api.qcloud.com/v2/index.php'  # expect: CLB201 lb.api.qcloud.com
form = {'Action': 'SetLoadBalancerLog', 'Region': 'gz', 'loadBalancerId': 'lb-1'}

r = requests.post(url, data=form)  # expect: CLB204 SetLoadBalancerLog
if r.status_code == 200:
    body = r.json()
    if body['code'] != 0:  # expect: CLB102
        print(body['codeDesc'])  # expect: CLB104
