import json, urllib2


def call(action):
    print action
    return json.load(urllib2.urlopen('https://api.vendor.example/?action=' + action))
