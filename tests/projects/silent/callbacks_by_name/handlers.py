def balancers_arrived(answer):
    if answer["code"] == 4103:  # expect: CLB101 4103 via callback-call
        print("not allowed to list balancers")
        return
    print(answer["totalCount"])


def prices_arrived(answer):
    if answer["code"] == 4103 or answer["code"] in (4000, 5000):
        print("not a customer any more")
        return
    print(answer["message"])


HANDLERS = {"prices": prices_arrived}
