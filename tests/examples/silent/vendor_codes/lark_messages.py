"""Send a message through Lark; success is code 0 there as well."""

import lark_oapi as lark
from lark_oapi.api.im.v1 import CreateMessageRequest, CreateMessageRequestBody

TOKEN_EXPIRED = 4105


def build(app_id: str, secret: str) -> lark.Client:
    return lark.Client.builder().app_id(app_id).app_secret(secret).build()


def send(client: lark.Client, chat: str, text: str) -> bool:
    body = (
        CreateMessageRequestBody.builder()
        .receive_id(chat)
        .msg_type("text")
        .content(lark.JSON.marshal({"text": text}))
        .build()
    )
    request = CreateMessageRequest.builder().receive_id_type("chat_id").request_body(body).build()
    response = client.im.v1.message.create(request)
    if response.code == TOKEN_EXPIRED:
        return False
    if response.code != 0 or not response.success():
        lark.logger.error(f"send failed, code: {response.code}, msg: {response.msg}")
        return False
    return True
