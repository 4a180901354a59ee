"""The older SDK took the region beside the config."""
import json

from src.QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

config = {"secretId": "id", "secretKey": "key"}
api = QcloudApi(module="lb", config=config, region="gz")  # expect: CLB203
body = api.call(action="ModifyLoadBalancerAttributes", params={"loadBalancerId": "lb-1", "loadBalancerName": "web"})  # expect: CLB204 ModifyLoadBalancerAttributes
resp = json.loads(body)
if resp.get("code") == 4400:  # expect: CLB101 4400
    print("slow down")
