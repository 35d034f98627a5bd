"""Write docs/reference/errors.md from the tree in the docstring of dateline.errors."""

from __future__ import annotations

import inspect
from pathlib import Path

from dateline import errors

PAGE = Path(__file__).parent.parent / "docs/reference/errors.md"

SHOWN = """\
# Errors

<!-- Written by tools/errors_doc.py from src/dateline/errors.py; change that and run `make docs`. -->

Everything that Dateline raises on purpose is one of these. On the command line each is one line on standard error.

```text
{tree}
```

| error | what it says |
|---|---|
{rows}

{rest} A command that reads exits with status 1 only if nothing could be read.
"""


def make_page() -> str:
    # The last paragraph of the docstring stands below the tree.
    tree, rest = (errors.__doc__ or "").split("\n\n", 1)[1].rsplit("\n\n", 1)
    kinds = [
        error
        for error in vars(errors).values()
        if inspect.isclass(error) and issubclass(error, errors.DatelineError)
    ]
    rows = [f"| `{error.__name__}` | {inspect.getdoc(error)} |" for error in kinds[1:]]
    return SHOWN.format(tree=tree, rows="\n".join(rows), rest=rest.strip())


if __name__ == "__main__":
    PAGE.write_text(make_page(), "utf-8")
