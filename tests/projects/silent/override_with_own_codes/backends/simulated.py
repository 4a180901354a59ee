"""Stands in for the old backend: all answers and codes are made up here."""
import random

from backends.legacy import Backend


class Simulated(Backend):
    CODES = (0, 4100, 5000, 6000)

    def __init__(self, seed):
        super().__init__({"Region": "simulated"})
        self.random = random.Random(seed)

    def answer(self, action, params):
        code = self.random.choice(self.CODES)
        return {"code": code, "message": self.words(code), "codeDesc": "Simulated"}

    def code(self, action, **params):
        return self.answer(action, params)["code"]

    def words(self, number):
        if number == 4100:
            return "would be refused"
        return super().words(number)
