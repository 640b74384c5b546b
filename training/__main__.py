"""``python -m training CONFIG.toml``: data to checkpoint to ONNX."""

import argparse
import json
import logging
import tomllib
from pathlib import Path
from typing import Any

import torch

from onrecord.reading.windows import Spelling
from training.batches import prepare
from training.check import chain_of, check_tree, hear, said_figures
from training.corpus import (
    Inventory,
    entity_tags,
    held_out,
    named_sentences,
    permitted,
    polnear,
    read_conllu,
    read_jsonl,
    treebank,
)
from training.export import export
from training.keep import keep, load_kept
from training.loop import Source, Trainer
from training.network import Network, Sizes
from training.tune import choose_biases

log = logging.getLogger("training")
SAID = ("attribution", "links")
TREE = ("upos", "lemmas", "heads", "relations", "entities")


def _trees(data: Path) -> tuple[Inventory, list[Any], list[Any]]:
    ewt, gum = data / "ud_ewt", data / "ud_gum"
    paths = [ewt / "en_ewt-ud-train.conllu.gz", gum / "en_gum-ud-train.conllu.gz"]
    inventory = Inventory.of(row for p in paths for d, _, rows in read_conllu(p) if permitted(d) for row in rows)
    names = {
        part: {
            " ".join(r["tokens"]): entity_tags(r["tags"]) for r in read_jsonl(data / "uner_ewt" / f"{part}.jsonl.gz")
        }
        for part in ("train", "dev")
    }
    train = treebank(paths[0], inventory, names["train"]) + treebank(paths[1], inventory)
    return inventory, train, treebank(ewt / "en_ewt-ud-dev.conllu.gz", inventory, names["dev"])


def train(config: dict[str, Any]) -> Path:
    """Train as the config says, report on what was held out, choose biases; return the file of the final weights."""
    data, bert, run = Path(config["data"]), Path(config["bert"]), Path(config["run"])
    spelling = Spelling(bert / "tokenizer.json")
    rows = list(read_jsonl(data / "polnear" / "train.jsonl.gz"))
    kept = [r for r in rows if not (config["hold_out"] and held_out(r["id"]))]
    tuned = [r for r in rows if held_out(r["id"])]
    inventory, trees, dev = _trees(data)
    names = named_sentences(data / "wikigold" / "all.jsonl.gz")
    steps, rates = config["steps"], config["rates"]
    sources = [
        Source("said", prepare([polnear(r) for r in kept], spelling), SAID, steps["epochs_said"]),
        Source("tree", prepare(trees, spelling), TREE, steps["epochs_tree"]),
        Source("names", prepare(names, spelling), ("entities",), steps["epochs_names"]),
    ]
    sizes = Sizes(
        len(inventory.relations), len(inventory.scripts), inner_dropout=rates["inner_dropout"], rounded=rates["rounded"]
    )
    network = Network(sizes, rates["dropout"])
    network.encoder.load_bert(bert / "model.safetensors")
    if config["start"]:
        load_kept(network, Path(config["start"]))
    trainer = Trainer(network, sources, spelling, config)
    log.info("%s", {s.name: (len(s.prepared), s.count) for s in sources})
    log.info("%d relations, %d scripts, %d steps", len(inventory.relations), len(inventory.scripts), trainer.total)
    trainer.run()

    network.load_state_dict(trainer.averaged())
    heard = hear(network, prepare([polnear(r) for r in tuned], spelling), tuned, spelling)
    chain = chain_of(network.attribution_chain)
    seen = "" if config["hold_out"] else " (SEEN in training)"
    log.info("held-out part of PolNeAR train%s: %s", seen, json.dumps(said_figures(heard, chain)))
    log.info("EWT dev: %s", json.dumps(check_tree(network, prepare(dev, spelling), spelling)))
    biases = choose_biases(heard, chain) if config["hold_out"] else config["biases"]
    whole = {
        "network": trainer.averaged(),
        "relations": inventory.relations,
        "scripts": inventory.scripts,
        "biases": biases,
    }
    torch.save(whole, run / "final.pt")
    return run / "final.pt"


def main() -> None:
    """Read the arguments, train, export."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("config", type=Path)
    parser.add_argument("--export", type=Path, help="folder to write the ONNX model to")
    parser.add_argument("--only-export", action="store_true", help="export the last final weights without training")
    parser.add_argument("--keep", type=Path, help="file to keep the final weights in, for later runs to start from")
    args = parser.parse_args()
    config = tomllib.loads(args.config.read_text())
    run = Path(config["run"])
    run.mkdir(parents=True, exist_ok=True)
    handlers: list[logging.Handler] = [logging.StreamHandler(), logging.FileHandler(run / "log.txt")]
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", handlers=handlers)
    torch.set_num_threads(int(config["threads"]))
    torch.manual_seed(int(config["seed"]))
    final = run / "final.pt" if args.only_export else train(config)
    if args.keep:
        keep(final, args.keep)
    if args.export:
        export(final, Path(config["bert"]) / "tokenizer.json", args.export)


if __name__ == "__main__":
    main()
