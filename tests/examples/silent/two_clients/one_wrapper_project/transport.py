"""One transport for every vendor: who names an action for another host calls nothing legacy."""
import subprocess

import requests


def prepared(action, fields):
    return dict(fields, Action=action)


def send(url, action, **fields):
    return requests.get(url, params=prepared(action, fields)).json()  # expect: CLB204


def later(url, action):
    def work():
        return requests.get(url, params={"Action": action}).json()

    return work


def run(program, module, action):
    return subprocess.check_output([program, module, action])  # expect: CLB206
