from django.urls import path

from . import views

urlpatterns = [
    path("rooms/<int:code>/", views.room),
    path("rooms/", views.Search.as_view()),
]
