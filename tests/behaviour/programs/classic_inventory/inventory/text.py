def show(report):
    print("balancer", report["balancer"])
    for ident, name, outside, inside in report["listeners"]:
        print("  listener %s %s: %d -> %d" % (ident, name, outside, inside))
    for server, weight in sorted(report["servers"].items()):
        print("  server %s weight %d" % (server, weight))
    for address, port in report["sick"]:
        print("  SICK %s:%d" % (address, port))
