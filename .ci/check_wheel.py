#!/usr/bin/env python3
"""Checks what is in a wheel: the package with its reading model, nothing from beside it, and not too large."""

import sys
import zipfile
from pathlib import Path

LARGEST_WHEEL = 40_000_000
LARGEST_MODEL = 31_000_000
MODEL = "onrecord/data/model/"
PARTS = ("reading.onnx", "reading.json", "reading.npz", "tokenizer.json")


def faults_of(wheel: Path) -> list[str]:
    """Return what is wrong with a wheel, a line each."""
    with zipfile.ZipFile(wheel) as archive:
        sizes = {info.filename: info.file_size for info in archive.infolist()}
    top = {name.split("/")[0] for name in sizes}
    faults = [f"{name} is in it" for name in sorted(top) if name != "onrecord" and not name.endswith(".dist-info")]
    faults += [f"{MODEL}{part} is not in it" for part in PARTS if f"{MODEL}{part}" not in sizes]
    faults += [f"{name} is compiled" for name in sizes if name.endswith((".pyc", ".pyo"))]
    if not any(name.endswith("/LICENSE") for name in sizes):
        faults.append("LICENSE is not in it")
    size, model = wheel.stat().st_size, sizes.get(f"{MODEL}{PARTS[0]}", 0)
    if size > LARGEST_WHEEL:
        faults.append(f"it has {size:,} bytes; at most {LARGEST_WHEEL:,} are accepted")
    if model > LARGEST_MODEL:
        faults.append(f"{PARTS[0]} has {model:,} bytes; at most {LARGEST_MODEL:,} are accepted")
    return faults


if __name__ == "__main__":
    path = Path(sys.argv[1])
    sys.stdout.write(f"{path.name}: {path.stat().st_size / 1e6:.1f} MB\n")
    sys.exit("\n".join(f"{path.name}: {fault}" for fault in faults_of(path)) or None)
