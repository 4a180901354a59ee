"""Views that answer in the shape our phone apps were written for."""

from django.http import HttpResponseNotFound, JsonResponse
from django.views.decorators.http import require_GET

from shop.models import Order

OK = 0
NOT_FOUND = 5000
FORBIDDEN = 4300


def envelope(code, message="", **fields):
    return JsonResponse({"code": code, "message": message, **fields})


@require_GET
def order_detail(request, number):
    try:
        order = Order.objects.get(number=number)
    except Order.DoesNotExist:
        return envelope(NOT_FOUND, "no such order")
    if order.owner_id != request.user.pk:
        return envelope(FORBIDDEN, "not yours")
    return envelope(OK, order={"number": order.number, "total": order.total})


def page_not_found(request, exception):
    response = HttpResponseNotFound("nothing here")
    if response.status_code != 404:
        raise AssertionError(response.status_code)
    return response
