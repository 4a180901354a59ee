from reactor.registry import fallback, handles


@handles(4100, 4104)
def stop(answer):
    raise SystemExit(answer["message"])  # expect: CLB104 via request


@handles(5000)
def nothing(answer):
    return None


@fallback
def tell(answer):
    if answer["code"] > 6000:  # expect: CLB101 via request
        print("their fault")
    print(answer["codeDesc"])  # expect: CLB104 via request


def draw(points):
    return points == 4100
