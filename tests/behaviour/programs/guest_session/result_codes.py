SUCCESS = 0
BAD_TOKEN = 4105
NO_MFA = 4106
SESSION_OVER = (BAD_TOKEN, NO_MFA)


def is_denied(code):
    return code in (4101, 4102, 4103, 4110, 4300)
