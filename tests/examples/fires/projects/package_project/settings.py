LB_HOST = "lb.api.qcloud.com"  # expect: CLB201 lb.api.qcloud.com
PAGE_SIZE = 100
AGENT_PORT = 4100
