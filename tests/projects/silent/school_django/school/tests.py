from django.test import TestCase

from school.models import Room


class RoomTest(TestCase):
    def setUp(self):
        self.room = Room.objects.create(code=4100)

    def test_roof(self):
        answer = self.client.get("/rooms/4000/").json()
        self.assertEqual(answer["code"], 4000)
        self.assertEqual(self.room.code, 4100)
        self.assertIn(answer["code"], (0, 4000, 5000))
