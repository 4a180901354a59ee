NO_NETWORK = -1  # expect: CLB103
BAD_ANSWER = -2  # expect: CLB103
LAST_PAGE = -4
