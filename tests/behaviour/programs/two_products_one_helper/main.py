import balancers
import machines

print(balancers.count())
print(machines.count())
