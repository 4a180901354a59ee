"""Swiss postal codes, Hungarian ones, and article numbers: all four digits."""

from dataclasses import dataclass, field

BASEL = 4000
CANTONS = {4000: "BS", 4100: "BL", 5000: "AG", 6000: "LU", 6300: "ZG"}


@dataclass
class Address:
    street: str
    postal_code: int
    lines: list[str] = field(default_factory=list)

    def canton(self) -> str:
        if self.postal_code == BASEL or 4000 <= self.postal_code < 4060:
            return "BS"
        if self.postal_code in (6000, 6003, 6004):
            return "LU"
        return CANTONS.get(self.postal_code // 100 * 100, "?")


def express(address: Address, product_code: str) -> bool:
    country_code = address.lines[-1][:2] if address.lines else "CH"
    if country_code == "HU" and address.postal_code == 5000:
        return False
    return product_code != "4100" and address.canton() in ("BS", "BL")
