# min-confidence: possible
"""Models with a numeric `code`; rows come from the database."""

from django.core.management.base import BaseCommand
from django.db import connection, models


class Product(models.Model):
    code = models.IntegerField(unique=True)
    message = models.TextField(blank=True)

    class Meta:
        ordering = ["code"]


class Command(BaseCommand):
    help = "Repairs the catalogue"

    def handle(self, *args, **options):
        for product in Product.objects.filter(code__gte=4000):
            if product.code == 4100:
                product.message = "discontinued"
                product.save()
            elif product.code in (5000, 6000) or product.code > 6200:
                self.stdout.write(product.message)
        with connection.cursor() as cursor:
            cursor.execute("select code, count(*) from shop_product group by code")
            for code, count in cursor.fetchall():
                if code == 4100 and count == 5000:
                    self.stdout.write("a lot")
