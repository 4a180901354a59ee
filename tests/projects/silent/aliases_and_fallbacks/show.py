import status as legacy

print(legacy.pages(), legacy.balancers())
for incident in legacy.incidents():
    if incident['code'] == 4100 or incident['code'] == 5000:
        print(incident['message'])
