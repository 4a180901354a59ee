class Vendor(object):
    label = None

    def __init__(self, region):
        self.region = region
        self.last = None

    def send(self, action, params):
        raise NotImplementedError

    def ask(self, action, **params):
        params.setdefault('Region', self.region)
        self.last = self.send(action, params)
        return self.last
