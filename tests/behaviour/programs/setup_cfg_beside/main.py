"""setup.cfg keeps its pin: the log flow has no successor and stays."""
import balancing.log
import balancing.names

print(balancing.names.first())
print(balancing.log.on("lb-app1"))
