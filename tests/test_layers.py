"""The layers hold, and the gate notices when they do not."""

import ast
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "src" / "dateline"


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    program = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    return subprocess.run(
        [sys.executable, "-c", program, "--no-cache"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The package, where it can be spoiled."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    shutil.copytree(PACKAGE, tmp_path / "dateline", ignore=shutil.ignore_patterns("data", "__pyc*"))
    return tmp_path


def test_the_layers_hold(copy: Path) -> None:
    outcome = lint(copy)
    assert outcome.returncode == 0, outcome.stdout


@pytest.mark.parametrize(
    ("module", "line", "complaint"),
    [
        ("stray.py", "", "dateline.stray"),
        ("sources/spoiled.py", "from ..store import open_store", "not allowed to import"),
        ("types_too/__init__.py", "", "dateline.types_too"),
        ("sources/spoiled.py", "import sqlalchemy", "Only the store speaks SQL BROKEN"),
        ("codebook/spoiled.py", "import socket", "reach a network BROKEN"),
    ],
)
def test_a_module_out_of_place_fails_the_gate(
    module: str, line: str, complaint: str, copy: Path
) -> None:
    spoiled = copy / "dateline" / module
    spoiled.parent.mkdir(exist_ok=True)
    spoiled.write_text(f"{line}\n")
    outcome = lint(copy)
    assert outcome.returncode == 1
    # Long lines are folded by the width of the terminal.
    assert complaint in " ".join(outcome.stdout.split())


def test_nobody_inside_imports_the_package_itself() -> None:
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and not node.level:
                names = [node.module or ""]
            else:
                continue
            assert not any(name.split(".")[0] == "dateline" for name in names), path
