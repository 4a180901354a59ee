import contextlib

from .sessions import CloudSession, partner_session


def compare(config, token):
    with CloudSession(config) as session:
        reply = session.ask("DescribeLoadBalancers")  # expect: CLB204 DescribeLoadBalancers
        if reply["code"] == 4104:  # expect: CLB101 4104 via session-ask
            return None
        ours = reply["totalCount"]
    with partner_session(token) as session:
        reply = session.ask("balancers")
        if reply["code"] == 4104 or reply["code"] in (0, 5000):
            return None
        return ours - reply["total"]


def partner_quota(token):
    with contextlib.ExitStack() as stack:
        session = stack.enter_context(partner_session(token))
        reply = session.ask("quota")
        return 0 if reply["code"] == 4400 else reply["quota"]
