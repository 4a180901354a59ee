# -*- coding: utf-8 -*-
import json
import urllib
import urllib2


def send(url, params):
    try:
        body = urllib2.urlopen(url, urllib.urlencode(params)).read()
    except urllib2.URLError, e:
        print e.reason
        return None
    return json.loads(body)


resp = send('https://api.example.com/v2/index.php', {'action': 'list'})
if resp['code'] == 4100:
    print 'refused', resp['message']
print resp['code'] <> 0
