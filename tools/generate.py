"""Write every generated page anew; with ``--check``, fail if one was stale.

Each ``tools/*_doc.py`` is a program that writes its own pages under ``docs/``.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def read_pages() -> dict[Path, bytes]:
    """README and every file under docs, by path."""
    paths = (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*")))
    return {path: path.read_bytes() for path in paths if path.is_file()}


def main(*, check: bool) -> int:
    """Run the generators and name the pages that changed."""
    before = read_pages()
    for program in sorted((ROOT / "tools").glob("*_doc.py")):
        subprocess.run([sys.executable, str(program)], cwd=ROOT, check=True)
    after = read_pages()
    changed = [path for path in after if before.get(path) != after[path]]
    for path in changed:
        print(f"{path.relative_to(ROOT)}: {'was stale, is now' if check else 'is'} written anew")
    return int(check and bool(changed))


if __name__ == "__main__":
    sys.exit(main(check="--check" in sys.argv[1:]))
