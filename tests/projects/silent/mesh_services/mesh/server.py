import fastapi

from mesh.stock import Stock
from mesh.users import user

app = fastapi.FastAPI()
stock = Stock()


@app.post("/orders")
def order(name: str, article: str, code: int = 0):
    if code == 4100:
        return {"code": 4100, "message": "the voucher is used up"}
    found = user(name)
    if found is None:
        return {"code": 5000, "message": "who?"}
    return {"code": 0, "data": {"left": stock.take(article), "codeDesc": "Success"}}
