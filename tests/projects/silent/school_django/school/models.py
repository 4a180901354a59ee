# min-confidence: possible
from django.db import models


class Room(models.Model):
    code = models.PositiveIntegerField(unique=True)
    message = models.TextField(blank=True)

    class Meta:
        ordering = ["code"]

    def floor(self):
        if self.code == 4100:
            return "roof"
        return self.code // 1000

    @property
    def is_lab(self):
        return 5000 <= self.code < 5400
