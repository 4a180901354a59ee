from flask import Flask

from portal.errors import register
from portal.views import pages


def create_app(config=None):
    app = Flask(__name__)
    app.config.from_mapping(config or {})
    app.register_blueprint(pages)
    register(app)
    return app
