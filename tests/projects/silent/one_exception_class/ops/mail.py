import smtplib

import requests

from ops.errors import RemoteError

GATEWAY = "https://mail.example.com/api/v1/send"


def send(to, text):
    reply = requests.post(GATEWAY, json={"to": to, "text": text}, timeout=5).json()
    if reply["code"] != 0:
        raise RemoteError("mail", reply["code"], reply["message"])


def send_directly(to, text):
    try:
        with smtplib.SMTP("localhost") as server:
            server.sendmail("ops@example.com", [to], text)
    except smtplib.SMTPResponseException as problem:
        raise RemoteError("smtp", problem.smtp_code, problem.smtp_error) from problem
