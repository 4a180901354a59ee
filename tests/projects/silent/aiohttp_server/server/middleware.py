import logging

from aiohttp import web

from . import codes


@web.middleware
async def envelope(request, handler):
    """Wrap what a handler gives, or why it refused, in the envelope of our API."""
    try:
        data = await handler(request)
    except codes.Refused as refused:
        if refused.code in codes.LOUD or refused.code == 4300:
            logging.error("%s: %s", request.path, refused.message)
        return web.json_response({"code": refused.code, "message": refused.message})
    except web.HTTPException as problem:
        if problem.status_code == 4000 or problem.status == 404:
            return web.json_response({"code": codes.MISSING, "message": problem.reason})
        raise
    return web.json_response({"code": codes.OK, "message": "", "data": data})
