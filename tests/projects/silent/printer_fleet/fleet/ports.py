# min-confidence: possible
STATUS_PORT = 4000
SNMP_PORT = 4100
JOB_PORT = 5100
PORTS = {STATUS_PORT: "status", SNMP_PORT: "snmp", JOB_PORT: "jobs", 6000: "display"}
