class Base:
    NUMBERS = {"AuthFailure": 4100, "ResourceNotFound": 5000}

    def number(self, text):
        return self.NUMBERS.get(text.partition(".")[0], 6000)
