from net import fetch

HOST = "https://couriers.example.net/api"


def on_the_road(city):
    answer = fetch(HOST, {"Action": "DescribeCouriers", "Region": city})
    if answer["code"] == 4103 or answer["code"] in (4000, 4200):
        return 0
    if answer["codeDesc"] != "Success" or not answer["code"] == 0:
        print(answer["message"])
    return answer["totalCount"]
