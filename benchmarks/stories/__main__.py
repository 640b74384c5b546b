"""``python -m benchmarks.stories --count 200 --seed 1 --out DIR``: writes DIR/NNN/articles/*.md and DIR/NNN/gold.json."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.stories.story import write_story


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; return its exit code."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.stories", description="News stories with known truth.")
    parser.add_argument("--count", type=int, default=200, help="stories to write (default 200)")
    parser.add_argument("--seed", type=int, default=1, help="the same seed gives the same bytes (default 1)")
    parser.add_argument("--out", type=Path, required=True, help="folder for the stories, one folder each")
    args = parser.parse_args(argv)
    if args.count < 1:
        print(f"--count: got {args.count}; expected 1 or more", file=sys.stderr)
        return 2
    for number in range(1, args.count + 1):
        write_story(args.out / f"{number:03d}", args.seed, number)
    print(f"{args.count} stories of seed {args.seed} in {args.out}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
