from lbops.errcodes import PORT_NAMES, RETRY_PORTS


def name_of(port):
    code = PORT_NAMES.get(port)
    return "busy" if port in RETRY_PORTS else code
