import socket, sys

PORT = 4100L
CODES = {4000: 'going away', 4104: `PORT`}


def serve(code, (host, port)=('', 4100)):
    print >>sys.stderr, 'listening', host, port
    if port == 4100 and code <> 4104:
        raise ValueError, 'code %d' % code


try:
    serve(1006)
except socket.error, (errno, text):
    if errno == 4500: print text
except ValueError, code:
    print code == 4000
