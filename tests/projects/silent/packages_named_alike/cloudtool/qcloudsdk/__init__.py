from cloudtool.base import Base


class Plugin(Base):
    """Replays what was recorded; used for demonstrations."""

    def __init__(self, recorded):
        self.recorded = recorded

    def call(self, action, params):
        return self.recorded.get(action, {"code": 5000, "message": "not recorded"})
