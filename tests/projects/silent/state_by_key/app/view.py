from app import state


def balancers():
    if state.last["lb"]["code"] == 4101:  # expect: CLB101 4101 via state-call
        return "not allowed"
    return state.last["lb"]["totalCount"]


def invoices():
    if state.last["erp"]["code"] == 4101 or state.last["erp"]["code"] in (5000, 6000):
        return "not allowed"
    return len([one for one in state.history["erp"] if one["code"] == 4400])
