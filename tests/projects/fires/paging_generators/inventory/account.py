import yaml


def config():
    with open("/etc/inventory.yaml") as stream:
        return yaml.safe_load(stream)["qcloud"]
