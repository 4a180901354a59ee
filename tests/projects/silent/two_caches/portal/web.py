import flask

from portal import balancers, people

app = flask.Flask(__name__)


@app.get("/who/<name>/<int:code>")
def who(name, code):
    if code == 4100:
        flask.abort(404)
    return flask.jsonify(code=0, phone=people.phone(name), address=balancers.address(name))
