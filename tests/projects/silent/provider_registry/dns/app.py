import os

from dns.providers.cns import Cns
from dns.providers.porkbun import Porkbun
from dns.registry import names

if __name__ == "__main__":
    print(names())
    Cns({"secretId": os.environ["ID"], "secretKey": os.environ["KEY"]}).add("a.cn", "www", "1.2.3.4")
    Porkbun({"apikey": os.environ["PORKBUN"]}).add("a.com", "www", "1.2.3.4")
