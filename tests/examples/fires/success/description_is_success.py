import requests


def ok(reply: dict) -> bool:
    return reply["codeDesc"] == "Success"  # expect: CLB102


def also_ok(reply: dict) -> bool:
    return reply.get("codeDesc", "").lower() == "success"  # expect: CLB102


def main() -> None:
    reply = requests.get("https://lb.api.qcloud.com/v2/index.php", params={"Action": "DescribeRewrite"}).json()  # expect: CLB201 lb.api.qcloud.com; CLB204 DescribeRewrite
    if reply["codeDesc"] not in ("Success",):  # expect: CLB102
        raise SystemExit(reply["message"])  # expect: CLB104
    print(ok(reply), also_ok(reply))


main()
