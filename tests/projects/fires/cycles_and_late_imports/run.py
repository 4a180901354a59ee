import sys


def main(lb_id, name):
    import lbsync.cloud as cloud

    balancer = cloud.load(lb_id)
    if balancer is None:
        return 5000
    balancer.name = name
    while balancer.save().busy():
        pass
    return 0


if __name__ == "__main__":
    status = main(*sys.argv[1:])
    sys.exit("no such balancer" if status == 5000 else status)
