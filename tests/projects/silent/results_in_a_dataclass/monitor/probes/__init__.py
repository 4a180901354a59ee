from monitor.probes.cloud import probe_cloud
from monitor.probes.shop import probe_shop
from monitor.probes.shell import probe_shell

ALL = (probe_cloud, probe_shop, probe_shell)
