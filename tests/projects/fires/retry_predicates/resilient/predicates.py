BUSY = frozenset((4400, 6000, 6200))  # expect: CLB103 4400 6000 6200


def busy(answer):
    return answer["code"] in BUSY  # expect: CLB101 4400 6000 6200 via sdk client request


def pending(answer):
    return answer["code"] == 0 and answer["data"]["status"] == 2  # expect: CLB102 via sdk client request


def tell(attempt, answer):
    if attempt == 4400:
        print("so many")
    print(attempt, answer["message"])  # expect: CLB104 via sdk client request


def slow(seconds):
    return seconds > 4000
