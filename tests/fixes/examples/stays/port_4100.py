# reason: nothing is legacy here
import socket

socket.create_server(("", 4100)).accept()
