"""Every function answers in the way its author liked best."""
import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202  # here: sdk

from settings import CONFIG

lb = QcloudApi("lb", CONFIG)  # expect: CLB203 via sdk  # here: client


def create(kind):
    """Answer the response."""
    return json.loads(lb.call("CreateLoadBalancer", {"loadBalancerType": kind}))  # expect: CLB204 CreateLoadBalancer via client  # here: create


def delete(lb_id):
    """Answer the code."""
    rsp = json.loads(lb.call("DeleteLoadBalancers", {"loadBalancerIds.0": lb_id}))  # expect: CLB204 DeleteLoadBalancers  # here: delete
    return rsp["code"]  # expect: CLB104 via client delete  # here: code-of-delete


def rename(lb_id, name):
    """Answer the message, or None if all is well."""
    rsp = json.loads(lb.call("ModifyLoadBalancerAttributes", {"loadBalancerId": lb_id, "loadBalancerName": name}))  # expect: CLB204 ModifyLoadBalancerAttributes
    return rsp["message"] if rsp["code"] else None  # expect: CLB102; CLB104


def find(name):
    """Answer code, message and list."""
    rsp = json.loads(lb.call("DescribeLoadBalancers", {"loadBalancerName": name}))  # expect: CLB204 DescribeLoadBalancers  # here: find
    return rsp["code"], rsp["message"], rsp.get("loadBalancerSet", [])  # expect: CLB104 via find; CLB104 via find


def health(lb_id):
    """Answer whether it worked, and the response."""
    rsp = json.loads(lb.call("DescribeLBHealthStatus", {"loadBalancerId": lb_id}))  # expect: CLB204 DescribeLBHealthStatus  # here: health
    return rsp["code"] == 0, rsp  # expect: CLB102 via client health


def price(kind):
    """Answer a dict of our own that holds the response."""
    rsp = json.loads(lb.call("InquiryLBPrice", {"loadBalancerType": kind}))  # expect: CLB204 InquiryLBPrice  # here: price
    return {"kind": kind, "reply": rsp, "error": rsp["code"]}  # expect: CLB104 via client price
