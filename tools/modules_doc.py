"""Write docs/reference/modules.md from the first line of every module of the package."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "src/dateline"
PAGE = ROOT / "docs/reference/modules.md"

HEAD = """\
# Modules

<!-- Written by tools/modules_doc.py from the docstring of each module; run `make docs`. -->

Each concept is in the module named after it, and its tests under the same name in `tests/`. [Architecture](../explanation/architecture.md) says how the packages fit together.
"""

# From what everything rests on to what nothing rests on.
PACKAGES = (
    "",
    "codebook",
    "sources",
    "analysis",
    "analysis/text",
    "analysis/times",
    "analysis/grammar",
    "analysis/names",
    "analysis/tolls",
    "analysis/places",
    "analysis/speech",
    "analysis/status",
    "analysis/triggers",
    "analysis/roles",
    "analysis/discourse",
    "analysis/events",
    "resolution",
    "resolution/actors",
    "resolution/places",
    "resolution/times",
    "resolution/gazetteer_files",
    "consolidation",
    "exports",
    "store",
    "pipeline",
    "pipeline/processes",
    "pipeline/reading",
    "pipeline/fetching",
    "pipeline/events",
    "evaluation",
    "evaluation/answers",
    "evaluation/scoring",
    "cli",
)


def find_packages() -> tuple[str, ...]:
    """The packages there are, those of the list first."""
    there = sorted(path.parent.name for path in PACKAGE.glob("*/__init__.py"))
    return (*PACKAGES, *(name for name in there if name not in PACKAGES))


def first_sentence(path: Path) -> str:
    """What a module says of itself in the first paragraph of its docstring."""
    said = ast.get_docstring(ast.parse(path.read_text("utf-8"))) or ""
    return " ".join(said.split("\n\n")[0].split())


def describe(name: str) -> Iterator[str]:
    folder = PACKAGE / name
    yield f"## {f'{name}/' if name else 'dateline'}\n"
    if name:
        yield f"{first_sentence(folder / '__init__.py')}\n"
    yield "| module | what it decides or does |\n|---|---|"
    for path in sorted(folder.glob("*.py")):
        if path.stem not in ("__init__", "__main__"):
            yield f"| `{path.stem}` | {first_sentence(path).replace('|', chr(92) + '|')} |"
    yield ""


def make_page() -> str:
    return HEAD + "\n" + "\n".join(line for name in find_packages() for line in describe(name))


if __name__ == "__main__":
    PAGE.write_text(make_page().rstrip("\n") + "\n", "utf-8")
