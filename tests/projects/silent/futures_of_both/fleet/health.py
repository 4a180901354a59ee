from concurrent.futures import ThreadPoolExecutor

from fleet.tasks import lb_health, node_health

CONFIG = {"Region": "gz", "secretId": "", "secretKey": ""}


def nodes(names: list[str]) -> list[str]:
    with ThreadPoolExecutor() as pool:
        answers = list(pool.map(node_health, names))
    return [one["message"] for one in answers if one["code"] == 5000 or one["code"] != 0]


def both(node: str, balancer: str) -> str:
    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(lb_health, CONFIG, balancer)
        second = pool.submit(node_health, node)
        answer = second.result()
        if answer["code"] == 5000 or answer["code"] in (4100, 4400):
            return "no such node"
        if first.result()["code"] == 5000:  # expect: CLB101 5000 via future-call
            return "no such balancer"
    return "fine"
