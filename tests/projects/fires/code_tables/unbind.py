import lbops.errcodes as E
from lbops.rpc import rpc

reply = rpc("DeregisterInstancesFromLoadBalancer", {"loadBalancerId": "lb-1"})  # expect: CLB204 DeregisterInstancesFromLoadBalancer  # here: unbind
code = reply["code"]  # expect: CLB104
if code == E.PARAM_ERROR:  # expect: CLB101 4000 via sdk client request unbind
    print("which one?")
elif code == E.Err.OP_FAILED.value:  # expect: CLB101 5100 via client request unbind
    print("failed")
