from acme.storage import transport


def size(name):
    answer = transport.send({"Action": "Size", "name": name})
    if answer["code"] == 5000:
        return 0
    return answer["size"]
