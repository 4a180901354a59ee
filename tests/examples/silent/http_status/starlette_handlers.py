# min-confidence: possible
"""Turn exceptions into answers; every code here is ours or Starlette's."""

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route


async def on_http_error(request: Request, error: HTTPException) -> JSONResponse:
    if error.status_code == 404:
        return JSONResponse({"code": 5000, "message": "no such page"}, status_code=404)
    return JSONResponse({"code": 6000, "message": error.detail}, status_code=error.status_code)


async def callback(request: Request) -> JSONResponse:
    event = await request.json()
    if event["code"] == 4100:
        return JSONResponse({"code": 4100, "message": event["message"]}, status_code=401)
    if request.query_params["code"] == "4000":
        return JSONResponse({"code": 4000, "message": "bad query"}, status_code=400)
    return JSONResponse({"code": 0, "message": ""})


app = Starlette(
    routes=[Route("/callback", callback, methods=["POST"])],
    exception_handlers={HTTPException: on_http_error},
)
