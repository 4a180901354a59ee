# min-confidence: possible
"""Wavelengths in Angstrom and temperatures in Kelvin."""

import math

import numpy as np

BALMER = {"alpha": 6562.8, "beta": 4861.3, "gamma": 4340.5}
BANDS = {"U": (3000, 4000), "B": (4000, 5000), "V": (5000, 6000), "R": (6000, 7000)}


def band(wavelength: float) -> str | None:
    for name, (low, high) in BANDS.items():
        if low <= wavelength < high:
            return name
    return None


def peak(temperature: float) -> float:
    if temperature == 0:
        raise ZeroDivisionError("nothing shines at 0 K")
    return 2.8978e7 / temperature


def grid() -> np.ndarray:
    wavelengths = np.arange(4000, 6200, 100)
    weights = np.where(wavelengths == 5100, 2.0, 1.0)
    weights[(wavelengths >= 4100) & (wavelengths < 4300)] = 0.5
    return weights * np.array([math.log(peak(t)) for t in range(4000, 6200, 100)])
