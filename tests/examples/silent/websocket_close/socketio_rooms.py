# min-confidence: possible
"""flask-socketio handlers: codes travel in our own events."""

from flask import Flask, request
from flask_socketio import SocketIO, disconnect, emit, join_room

app = Flask(__name__)
socketio = SocketIO(app)

FULL = 4400
seats: dict[str, int] = {}


@socketio.on("join")
def on_join(event):
    if request.args.get("code") == "4100":
        emit("refused", {"code": 4100, "message": "log in first"})
        disconnect()
        return
    room = request.args["room"]
    seats[room] = seats.get(room, 0) + 1
    if seats[room] == FULL:
        emit("refused", {"code": FULL, "message": "the room is full"})
        return
    join_room(room)


@socketio.on_error_default
def on_error(error):
    emit("failed", {"code": 6000, "message": str(error)})


if __name__ == "__main__":
    socketio.run(app, port=5000)
