"""One function for both kinds of replies; each branch sees one kind only."""
from desk.replies import BalancerReply, ParcelReply


def explain(reply):
    if isinstance(reply, ParcelReply):
        if reply["code"] == 4100 or reply["code"] in (5000, 6000):
            return "lost"
        return "on its way"
    if reply["code"] == 4100:  # expect: CLB101 4100 via desk-call
        return "signature"
    return "fine"


def urgent(reply):
    if not isinstance(reply, BalancerReply):
        return reply["code"] == 5300
    return reply["code"] == 6200  # expect: CLB101 6200 via desk-call
