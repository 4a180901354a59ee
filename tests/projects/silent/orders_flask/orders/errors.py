from flask import jsonify

from . import codes


class BusinessError(Exception):
    def __init__(self, code, message):
        super().__init__(message)
        self.code = code
        self.message = message


def install(app):
    @app.errorhandler(BusinessError)
    def business_error(error):
        if error.code == codes.WAREHOUSE_DOWN:
            app.logger.error("warehouse: %s", error.message)
        status = codes.HTTP_STATUS.get(error.code, 500)
        return jsonify(code=error.code, message=error.message, codeDesc="Failure"), status

    @app.errorhandler(404)
    def not_found(error):
        if error.code != 404:
            return error
        return jsonify(code=5000, message="no such page"), 404
