from django.http import JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.views import View

from school.forms import RoomForm
from school.models import Room


def room(request, code):
    if code == 4100:
        return redirect("roof")
    found = get_object_or_404(Room, code=code)
    if found.code in (4101, 4102, 4103) and not request.user.is_staff:
        return JsonResponse({"code": 4300, "message": "teachers only"}, status=403)
    return JsonResponse({"code": 0, "message": found.message, "floor": found.floor()})


class Search(View):
    def get(self, request):
        if request.GET["code"] == "4000":
            return JsonResponse({"code": 4000, "message": "ask the caretaker"})
        rooms = [one for one in Room.objects.all() if one.is_lab and one.code != 5100]
        return JsonResponse({"code": 0, "rooms": [one.code for one in rooms]})

    def post(self, request):
        form = RoomForm(request.POST)
        if not form.is_valid():
            return JsonResponse({"code": 4000, "message": form.errors.as_text()})
        return JsonResponse({"code": 0, "id": form.save().pk})
