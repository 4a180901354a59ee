import os


def restart(lb):
    os.system("qcloudcli lb SetLoadBalancerLog --loadBalancerId %s --switch 1 > /dev/null" % lb)  # expect: CLB206 qcloudcli
    os.system("tccli clb DescribeLoadBalancers")
    status = os.system(f"qcloudcli lb DescribeLoadBalancers --loadBalancerIds {lb}")  # expect: CLB206 qcloudcli
    return status == 0
