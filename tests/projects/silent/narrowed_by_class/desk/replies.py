class Reply(dict):
    source = None


class BalancerReply(Reply):
    source = "lb"


class ParcelReply(Reply):
    source = "parcels"
