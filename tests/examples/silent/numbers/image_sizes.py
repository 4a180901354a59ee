# min-confidence: possible
"""Thumbnails: pixel counts are just numbers."""

from pathlib import Path

from PIL import Image

LIMIT = (6000, 4000)
SIZES = {"poster": (5000, 4100), "card": (600, 400)}


def thumbnail(path: Path, size: str) -> Path:
    with Image.open(path) as picture:
        width, height = picture.size
        if width == 6000 and height == 4000:
            print("straight from the camera")
        if width > LIMIT[0] or height in (5000, 5100, 6100):
            picture = picture.crop((0, 0, *LIMIT))
        if picture.info.get("code") == 4100 or picture.width == 4100:
            raise ValueError(path)
        picture.thumbnail(SIZES[size])
        target = path.with_suffix(f".{size}.jpg")
        picture.save(target, quality=85)
    return target
