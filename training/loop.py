"""The training loop: joint, seeded, resumable."""

import json
import logging
import random
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from onrecord.reading.windows import Spelling
from training.batches import Batch, Prepared, batches
from training.losses import joint_loss
from training.network import Network

__all__ = ["Source", "Trainer", "recipe_of"]

log = logging.getLogger("training")
SAVE_SECONDS = 240


@dataclass(slots=True)
class Source:
    """One stream of batches.

    Attributes:
        name: for the log.
        prepared: its samples.
        labels: the labels it carries.
        epochs: how often it is read in the whole run.
        count: batches of one epoch, about.
    """

    name: str
    prepared: list[Prepared]
    labels: tuple[str, ...]
    epochs: float
    count: int = 0


def recipe_of(config: Mapping[str, Any], network: Network) -> str:
    """Return a hash of all that a checkpoint must share with the run that goes on from it."""
    shared = {k: v for k, v in config.items() if k not in ("run", "data", "bert", "threads", "biases")}
    sizes = {k: list(v.shape) for k, v in network.state_dict().items()}
    return sha256(json.dumps([shared, sizes], sort_keys=True).encode()).hexdigest()


class Trainer:
    """Runs the schedule and keeps a moving average of the weights."""

    def __init__(
        self, network: Network, sources: Sequence[Source], spelling: Spelling, config: Mapping[str, Any]
    ) -> None:
        self.network, self.sources, self.spelling, self.config = network, sources, spelling, config
        self.seed = int(config["seed"])
        self.folder = Path(config["run"])
        self.folder.mkdir(parents=True, exist_ok=True)
        for s in sources:
            s.count = sum(1 for _ in self._epoch(s, 0))
        self.total = sum(round(s.count * s.epochs) for s in sources)
        rates = config["rates"]
        encoder = [p for p in network.encoder.parameters() if p.requires_grad]
        known = {id(p) for p in network.encoder.parameters()}
        heads = [p for p in network.parameters() if id(p) not in known]
        groups = [{"params": encoder, "lr": rates["encoder"]}, {"params": heads, "lr": rates["heads"]}]
        self.optimizer = torch.optim.AdamW(groups, weight_decay=rates["decay"], betas=(0.9, 0.98), fused=True)
        self.base = [rates["encoder"], rates["heads"]]
        self.average = {k: v.detach().clone() for k, v in network.state_dict().items() if k != "encoder.words.weight"}
        self.step = 0
        self.recipe = recipe_of(config, network)
        self.done: dict[str, int] = {}

    def _epoch(self, source: Source, epoch: int) -> Iterator[Batch]:
        rng = random.Random(f"{self.seed}/{source.name}/{epoch}")
        return batches(source.prepared, self.spelling, source.labels, int(self.config["steps"]["pieces"]), rng)

    def _stream(self, skip: Mapping[str, int]) -> Iterator[tuple[str, Batch]]:
        """Yield batches of all sources, each spread evenly over the run; the first ``skip`` of each are passed over."""

        def endless(source: Source, passed: int) -> Iterator[Batch]:
            epoch = 0
            while True:
                for batch in self._epoch(source, epoch):
                    if passed > 0:
                        passed -= 1
                        continue
                    yield batch
                epoch += 1

        done = {s.name: skip.get(s.name, 0) for s in self.sources}
        streams = {s.name: endless(s, done[s.name]) for s in self.sources}
        wanted = {s.name: max(1, round(s.count * s.epochs)) for s in self.sources}
        while True:
            name = min(done, key=lambda n: (done[n] + 0.5) / wanted[n])
            done[name] += 1
            self.done = done
            yield name, next(streams[name])

    def rate(self, step: int) -> float:
        """Share of the full learning rate at a step: linear warm-up, then linear decay to 2 %."""
        warm = max(1, int(self.total * self.config["steps"]["warm_up"]))
        return min(step / warm, max(0.02, (self.total - step) / max(1, self.total - warm)))

    def run(self) -> None:
        """Train from the last checkpoint, if there is one, to the end of the schedule."""
        skip = self._resume()
        torch.manual_seed(self.seed + self.step)
        rates, weights = self.config["rates"], self.config["weights"]
        began, saved, seen = time.monotonic(), time.monotonic(), dict[str, float]()
        start = self.step
        for _name, batch in self._stream(skip):
            if self.step >= self.total:
                break
            self.step += 1
            for group, base in zip(self.optimizer.param_groups, self.base, strict=True):
                group["lr"] = base * self.rate(self.step)
            loss, parts = joint_loss(self.network, batch, weights, rates["masked"], self.spelling.mask)
            self.optimizer.zero_grad(set_to_none=True)
            loss.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_([p for g in self.optimizer.param_groups for p in g["params"]], rates["clip"])
            self.optimizer.step()
            self._average()
            for k, v in parts.items():
                seen[k] = 0.98 * seen.get(k, v) + 0.02 * v
            if self.step % 50 == 0:
                pace = (time.monotonic() - began) / (self.step - start)
                shown = " ".join(f"{k} {v:.3f}" for k, v in sorted(seen.items()))
                log.info(
                    "%d/%d %.2f s/step, %.0f min left: %s",
                    self.step,
                    self.total,
                    pace,
                    pace * (self.total - self.step) / 60,
                    shown,
                )
            if time.monotonic() - saved > SAVE_SECONDS:
                self.save()
                saved = time.monotonic()
        self.save()

    def _average(self) -> None:
        keep = min(self.config["rates"]["average"], 1 - 1 / (1 + self.step / 10))
        current = self.network.state_dict()
        floats = [k for k, v in self.average.items() if v.is_floating_point()]
        torch._foreach_lerp_([self.average[k] for k in floats], [current[k] for k in floats], 1 - keep)

    def averaged(self) -> dict[str, Tensor]:
        """Return the averaged weights, the frozen word table included."""
        return self.average | {"encoder.words.weight": self.network.encoder.words.weight.detach()}

    def save(self) -> None:
        """Write a checkpoint; the old one stays until the new one is whole."""
        state = {k: v for k, v in self.network.state_dict().items() if k != "encoder.words.weight"}
        whole = {
            "recipe": self.recipe,
            "network": state,
            "average": self.average,
            "optimizer": self.optimizer.state_dict(),
            "step": self.step,
            "done": self.done,
        }
        torch.save(whole, self.folder / "checkpoint.tmp")
        (self.folder / "checkpoint.tmp").replace(self.folder / "checkpoint.pt")

    def _resume(self) -> dict[str, int]:
        path = self.folder / "checkpoint.pt"
        if not path.exists():
            return {}
        whole = torch.load(path, weights_only=True)
        if whole["recipe"] != self.recipe:
            raise RuntimeError(f"{path}: got the checkpoint of another recipe; expected this one's, or an empty folder")
        absent = self.network.load_state_dict(whole["network"], strict=False)
        if absent.unexpected_keys or absent.missing_keys != ["encoder.words.weight"]:
            raise RuntimeError(f"{path}: got weights that do not fit the network; expected those this code saved")
        self.average, self.step, self.done = whole["average"], whole["step"], whole["done"]
        self.optimizer.load_state_dict(whole["optimizer"])
        log.info("resumed at step %d of %d", self.step, self.total)
        return dict(self.done)
