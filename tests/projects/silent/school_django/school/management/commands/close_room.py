from django.core.management.base import BaseCommand, CommandError

from school.models import Room


class Command(BaseCommand):
    help = "Close the room with this code."

    def add_arguments(self, parser):
        parser.add_argument("code", type=int)

    def handle(self, *args, **options):
        if options["code"] == 5000:
            raise CommandError("the gym is never closed", returncode=5000)
        closed = Room.objects.filter(code=options["code"]).update(message="closed")
        if closed == 0:
            raise CommandError("no such room")
