# -*- coding: utf-8 -*-
import commands
import json
import socket
import urllib2


def status(host):
    try:
        reply = urllib2.urlopen('http://%s:6310/status' % host)
    except urllib2.HTTPError, error:
        if error.code == 4100 or error.code == 404:
            return None
        raise
    answer = json.loads(reply.read())
    if answer['code'] in (4000, 5000):
        print 'no paper in', host
    return answer


def reset(host):
    code, output = commands.getstatusoutput('lpreset ' + host)
    if code == 4300 or code == 5000:
        raise socket.error, output
    return not code
