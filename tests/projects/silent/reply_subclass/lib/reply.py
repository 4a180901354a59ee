class Reply(dict):
    """An answer with attributes for what all our services have."""

    @property
    def code(self):
        return self.get("code", 0)

    @property
    def text(self):
        return self.get("text", "")
