# secrets come from the vault when deployed, these are the ones for the simulator
STAGES = {
    "testing": {"secretId": "AKIDtesting", "secretKey": "testing-key", "Region": "ap-shanghai", "method": "GET"},
    "production": {"secretId": "AKIDproduction", "secretKey": "production-key", "Region": "ap-guangzhou", "method": "GET"},
}
