"""`python -m clb_migrate.manual`: makes the reference pages of this checkout anew."""

from __future__ import annotations

from clb_migrate.manual.folder import FOLDER, current, stale

if __name__ == "__main__":
    made = current()
    for path in stale():
        (FOLDER / path).unlink()
    for path, text in made.items():
        place = FOLDER / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8", newline="\n")
    print(f"{len(made)} pages in {FOLDER}")
