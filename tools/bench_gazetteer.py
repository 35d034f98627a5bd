"""Build a gazetteer of made-up rows, and print what building, opening and looking up cost.

The rows have the shape and the mix of features of GeoNames' allCountries.txt, which has about twelve
million. Building and opening are measured each in a process of its own, so that the memory is theirs.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from dateline.pipeline.reading.gazetteers import make_lookup, open_places

# Of ten thousand rows of allCountries.txt, about so many have such a feature.
FEATURES = {
    "P.PPL": 3900, "P.PPLL": 300, "H.STM": 1300, "H.LK": 500, "S.SCH": 500, "S.HTL": 300, "S.FRM": 400,
    "T.HLL": 500, "T.MT": 600, "L.LCTY": 300, "A.ADM3": 150, "A.ADM4": 250, "V.FRST": 100, "S.BLDG": 900,
}  # fmt: skip
COUNTRIES = "SY IQ YE SD UA RU AF IR MM ET FR US CN IN BR NG CD ML CO MX".split()
SYLLABLES = (
    "ka ra no vo se li ba gha dir mun tel abu shi pol ivka ovo kot dar bad kha ni ya um el zar go pa to mi lu"
).split()
FIRST_NUMBER = 20_000_000  # beyond GeoNames' own, so that no real place is replaced
ASKED = 5_000
MEGABYTE = 1_000_000


def make_name(luck: random.Random) -> str:
    """A name that may well be there twice, and now and then a hundred times, as names are."""
    words = ["".join(luck.choices(SYLLABLES, k=luck.choice((3, 4, 4, 4, 5, 5, 5, 5, 5, 6))))]
    if luck.random() < 0.2:
        words.append("".join(luck.choices(SYLLABLES, k=2)))
    return " ".join(words).title()


def make_rows(rows: int) -> Iterator[str]:
    """Lines of a dump of GeoNames; the same ones each time."""
    luck = random.Random(7)
    features, weights = list(FEATURES), list(FEATURES.values())
    for number in range(FIRST_NUMBER, FIRST_NUMBER + rows):
        name = make_name(luck)
        others = ",".join(make_name(luck) for _ in range(luck.choice((0, 0, 0, 1, 1, 2))))
        (feature,) = luck.choices(features, weights)
        latitude, longitude = luck.uniform(-60, 70), luck.uniform(-180, 180)
        yield "\t".join(
            (
                str(number), name, name, others, f"{latitude:.5f}", f"{longitude:.5f}", *feature.split("."),
                luck.choice(COUNTRIES), "", f"{luck.randint(1, 20):02}", "", "", "", "0", "", "", "",
                "2024-01-01",
            )
        )  # fmt: skip


def write_file(path: Path, rows: int) -> None:
    """Write the rows, unless they are there."""
    if not path.exists():
        part = path.with_suffix(".part")
        with part.open("w", encoding="utf-8") as file:
            file.writelines(f"{row}\n" for row in make_rows(rows))
        part.rename(path)


def build(source: Path, output: Path) -> None:
    """Build the index in a process of its own."""
    start = time.perf_counter()
    words = [sys.executable, "-m", "dateline", "gazetteer", "build", source, "--output", output]
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL)
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024 / MEGABYTE
    print(f"build    {seconds:8,.0f} s     {peak:8,.0f} MB at most (aim: 2,000)")
    print(f"file     {output.stat().st_size / MEGABYTE:8,.0f} MB")


def measure(output: Path) -> dict[str, float]:
    """What opening and looking up cost in this process."""
    before = held()
    start = time.perf_counter()
    index = open_places(output)
    index.named("Khartoum")
    opened = time.perf_counter() - start
    after_opening = held()
    luck = random.Random(8)
    names = list(dict.fromkeys(make_name(luck) for _ in range(ASKED)))
    lookup = make_lookup(index)
    return {
        "open": opened,
        "open_memory": after_opening - before,
        "known": 1e3 * median(index.named, names),
        "steps": 1e3 * median(lookup.find_alike, names),
        "found": sum(bool(index.named(name)) for name in names) / len(names),
        "memory": held() - before,
        "process": held(),
    }


def median(look_up: object, names: list[str]) -> float:
    """The median of the seconds that each name takes."""
    assert callable(look_up)
    seconds = []
    for name in names:
        start = time.perf_counter()
        look_up(name)
        seconds.append(time.perf_counter() - start)
    return statistics.median(seconds)


def held() -> float:
    """Megabytes that this process has held at most."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / MEGABYTE


def report(output: Path) -> None:
    """Measure in a process of its own, and print."""
    words = [sys.executable, __file__, "--measure", str(output)]
    got = json.loads(subprocess.run(words, check=True, stdout=subprocess.PIPE).stdout)
    print(f"open     {got['open']:8.3f} s     {got['open_memory']:8,.0f} MB more (aims: 0.2, 200)")
    print(
        f"look-up  {got['known']:8.3f} ms median of {ASKED:,}, {got['found']:.0%} known (aim: 0.1)"
    )
    print(f"alike    {got['steps']:8.3f} ms median, where no such name is known")
    print(
        f"         {got['memory']:8,.0f} MB more after all, {got['process']:,.0f} MB in the process"
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=int(os.environ.get("ROWS") or 200_000))
    parser.add_argument("--folder", type=Path, help="where the file and the index are kept")
    parser.add_argument("--measure", type=Path, help="an index to open in this process")
    said = parser.parse_args()
    if said.measure:
        print(json.dumps(measure(said.measure)))
        return 0
    with tempfile.TemporaryDirectory() as scratch:
        folder = said.folder or Path(scratch)
        source, output = folder / f"{said.rows}.txt", folder / f"{said.rows}.sqlite"
        write_file(source, said.rows)
        print(f"{said.rows:,} rows, {source.stat().st_size / MEGABYTE:,.0f} MB")
        build(source, output)
        report(output)
    return 0


if __name__ == "__main__":
    sys.exit(main())
