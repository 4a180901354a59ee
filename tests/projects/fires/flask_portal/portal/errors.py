from flask import jsonify


class ApiError(Exception):
    status_code = 502

    def __init__(self, payload, status_code=None):
        super().__init__(payload["message"])  # expect: CLB104 via sdk client request
        self.payload = payload
        self.status_code = status_code or self.status_code

    def to_dict(self):
        return {"code": self.payload["code"], "message": str(self)}  # expect: CLB104 via sdk client request


def register(app):
    @app.errorhandler(ApiError)
    def handle(error):
        if error.payload["code"] == 4400:
            return jsonify(error.to_dict()), 429
        return jsonify(error.to_dict()), error.status_code
