from backends.simulated import Simulated


class Counting(Simulated):
    def __init__(self, seed):
        super().__init__(seed)
        self.refused = 0

    def answer(self, action, params):
        answer = super().answer(action, params)
        if answer["code"] == 4100 or answer["code"] in (4400, 6000):
            self.refused += 1
        answer["code"] = 0
        return answer
