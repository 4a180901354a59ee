import sys

from gateway.client import Gateway

gateway = Gateway({"Region": "gz", "secretId": "i", "secretKey": "k"})

reply = gateway.describe(sys.argv[1])  # here: described
if reply.code == 4102:  # expect: CLB101 4102 via sdk client request reply described
    sys.exit("not yours")
if reply.ok and reply.region == 4102:
    sys.exit("never")
if reply.missing():
    sys.exit(0)

code, text = gateway.delete(sys.argv[1])  # here: deleted
if code == 5100:  # expect: CLB101 5100 via sdk client request delete deleted
    print(text)
if gateway.delete(sys.argv[1]).code == 6100:  # expect: CLB101 6100 via client request delete
    print("no such version")

failure = gateway.rename(sys.argv[1], "web")  # here: renamed
if failure and failure.get_code() == 4000:  # expect: CLB101 4000 via client request rename renamed
    sys.exit(str(failure))
if failure and failure.severity == 4100:
    sys.exit("serious")
