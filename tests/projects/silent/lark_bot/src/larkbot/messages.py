from __future__ import annotations

from lark_oapi.api.im.v1 import CreateMessageRequest, CreateMessageRequestBody

from . import _client
from .errors import LarkError


def send_text(chat: str, text: str) -> bool:
    body = CreateMessageRequestBody.builder().receive_id(chat).content(text).build()
    request = CreateMessageRequest.builder().request_body(body).build()
    try:
        _client.checked(_client.client().im.v1.message.create(request))
    except LarkError as error:
        if error.temporary or error.code in (4500, 5100):
            return False
        raise
    return True
