import json
import urllib, urllib2

import constants


def ask(action):
    query = urllib.urlencode({'Action': action})
    request = urllib2.Request(constants.URL, query)
    try:
        return json.load(urllib2.urlopen(request))  # expect: CLB204  # here: sent
    except urllib2.URLError, e:
        print e
        raise
