# One module for the numbers of the whole company. Those that a check of a legacy answer uses are
# reported, whoever uses them besides.
AUTH_FAILED = 4100  # expect: CLB103 4100
QUOTA = 4400  # expect: CLB103 4400
NOT_FOUND = 5000
AGENT_PORT = 4101
CLOSED_BY_PEER = 4500
RETRY_CODES = (4400, 6000)
BUSY = [QUOTA, 6200]  # expect: CLB103 4400 6200
