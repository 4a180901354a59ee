import flask

from orders import errors, views


def create_app(config=None):
    app = flask.Flask(__name__)
    app.config.from_mapping(config or {})
    app.register_blueprint(views.blueprint)
    errors.install(app)
    return app
