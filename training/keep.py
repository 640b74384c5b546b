"""Final weights in half the space, for later runs to start from: float16, without the word table, which never changes."""

from pathlib import Path

import torch
from safetensors.torch import load_file, save_file

from training.network import Network

__all__ = ["keep", "load_kept"]

TABLE = "encoder.words.weight"


def keep(final: Path, path: Path) -> None:
    """Write the weights of a ``final.pt`` to a safetensors file."""
    weights = torch.load(final, weights_only=True)["network"]
    path.parent.mkdir(parents=True, exist_ok=True)
    kept = {k: v.half().contiguous() if v.is_floating_point() else v for k, v in weights.items() if k != TABLE}
    save_file(kept, path)


def load_kept(network: Network, path: Path) -> None:
    """Start a network from kept weights.

    Raises:
        RuntimeError: they are of another shape than the network's.
    """
    kept = {k: v.float() if v.is_floating_point() else v for k, v in load_file(path).items()}
    network.load_state_dict(kept | {TABLE: network.encoder.words.weight.detach()})
