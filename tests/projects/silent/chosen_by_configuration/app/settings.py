import configparser

_parser = configparser.ConfigParser()
_parser.read("app.ini")
KIND = _parser["cloud"]["kind"]
CODE = _parser["cloud"].getint("code")
OPTIONS = dict(_parser["options"])
