from listing import listeners, names

answer = names()
if answer["code"] == 0:
    print(sorted(row["loadBalancerName"] for row in answer["loadBalancerSet"]))
else:
    print("no names")

answer = listeners("lb-app1")
print(len(answer["listenerSet"]) if answer["code"] == 0 else "no listeners")
