"""Wrappers that hand on the action they are given, each in its own way."""
import functools
import threading

import requests

from .signing import filled, signed, stamped

URL = "https://lb.api.qcloud.com/v2/index.php"  # expect: CLB201  # here: host


def by_name(action, **params):
    query = signed(action, params)
    return requests.get(URL, params=query).json()  # expect: CLB204  # here: by-name


def by_query(query):
    return requests.post(URL, data=stamped(query)).json()  # expect: CLB204


def by_parameters(action, params):
    params = dict(params)
    params["Action"] = action
    return requests.get(URL, params=filled(params)).json()  # expect: CLB204


def later(action, on_answer):
    def work():
        on_answer(requests.get(URL, params={"Action": action}).json())  # expect: CLB204

    threading.Thread(target=work).start()


def maker(action):
    def run(**params):
        return requests.get(URL, params=signed(action, params)).json()  # expect: CLB204

    return run


def again(action, times=3):
    answer = by_name(action)
    if action == "DescribeLoadBalancers" or times == 0:
        return answer
    return again(action, times - 1)


def retried(function):
    @functools.wraps(function)
    def inner(*args, **kwargs):
        return function(*args, **kwargs)

    return inner


@retried
def by_decorated(action):
    return by_name(action)


class Balancers:
    def describe(self, params):
        params["Action"] = "DescribeLoadBalancers"
        return by_query(params)  # expect: CLB204 DescribeLoadBalancers

    def delete(self):
        return by_name("DeleteLoadBalancers")  # expect: CLB204 DeleteLoadBalancers
