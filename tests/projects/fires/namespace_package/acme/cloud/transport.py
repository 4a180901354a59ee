"""acme and acme.cloud are namespace packages: several distributions put modules here."""
import json
import urllib.parse
import urllib.request

from acme.cloud.signing import sign

ENDPOINT = "https://lb.api.qcloud.com/v2/index.php"  # expect: CLB201 lb.api.qcloud.com  # here: host


def send(fields):
    query = urllib.parse.urlencode(sign(fields))
    with urllib.request.urlopen(ENDPOINT + "?" + query, timeout=20) as page:  # expect: CLB204 via host  # here: request
        return json.loads(page.read().decode("utf-8"))
