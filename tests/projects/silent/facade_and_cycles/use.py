import acme
import acme.compat

client = acme.Client("secret")
print(client.summary(), acme.describe(client), client.old().summary())
reply = client.get("quota")
if reply["code"] == 4400 or not reply["code"]:
    print("quota", acme.compat.Client().summary())
