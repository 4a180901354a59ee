import configparser
import json
import pathlib


def load(path):
    parser = configparser.ConfigParser()
    parser.read(path)
    return {name: int(parser[name]["code"]) for name in parser.sections()}


def areas(path):
    return json.loads(pathlib.Path(path).read_text())["areas"]
