# min-confidence: possible
from aiohttp import web

from server import codes
from server.middleware import envelope


async def create(request):
    form = await request.json()
    if form["code"] == 4100 or form.get("code") in (4000, 4400):
        raise codes.Refused(codes.TAKEN, "this code is taken")
    if request.query.get("code") == "5000":
        raise codes.Refused(codes.MISSING)
    request.app["articles"].append(form)
    return {"number": len(request.app["articles"])}


async def show(request):
    number = int(request.match_info["number"])
    if number >= 5000:
        raise codes.Refused(code=codes.MISSING, message="numbers end at 4999")
    return request.app["articles"][number]


def make():
    app = web.Application(middlewares=[envelope])
    app["articles"] = []
    app.router.add_post("/articles", create)
    app.router.add_get("/articles/{number}", show)
    return app


if __name__ == "__main__":
    web.run_app(make(), port=4100)
