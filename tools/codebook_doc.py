"""Write docs/reference/codebook.md from the packaged codebook."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path
from textwrap import fill
from typing import Any

from dateline.codebook import Codebook, load_codebook
from dateline.codebook.kinds import Condition, Kind
from dateline.codebook.loading import BUILT_IN

PAGE = Path(__file__).parent.parent / "docs/reference/codebook.md"
WIDTH = 110

HEAD = """\
# Codebook

<!-- Written by tools/codebook_doc.py from src/dateline/codebook/data; change that and run `make docs`. -->

Dateline codes {kinds} kinds of events. This page gives each kind's definition, its mappings to other schemes, the
language that triggers it, and examples that run as tests. In a mapping the first line whose condition holds applies;
without such a line the other scheme has no place for the event, or too little is known to choose.

## Your own codebook

`--codebook FILE` reads a TOML file on top of the packaged codebook; it can be given more than once.

- `[[kind]]` adds a kind; with a known `id` it takes the place of that whole kind.
- `[[extend]]` with a known `id` adds `triggers`, `positive` and `negative` to that kind.
- `[[family]]` adds a family; `[figurative]` adds `phrases` and `company`.
- `replace = true` at the top of the file leaves the packaged codebook out.

```toml
[[extend]]
id = "explosion"
positive = [
  {{ text = "A tuktuk bomb killed two guards in Mogadishu.", trigger = "tuktuk bomb" }},
]

[extend.triggers]
nouns = ["tuktuk (bomb|bombing)"]
```

A kind needs `id`, `label`, `definition`, at least three `positive` and two `negative` examples. A verb or noun is a
bare string of lemmas, or a table with conditions: `object = ["place"]` (the object must be a place, if there is
one), `needs = ["object"]` (there must be one), `words = ["drone"]` (this lemma must stand in an argument),
`status`, `roles`. `(fire|launch) rocket` stands for two phrases, `take * hostage` leaves room for the object, and
articles are left out. `dateline codebook check FILE` runs the examples; a broken file is refused with its entry and
the reason.

## Kinds

| family | kind | label |
|---|---|---|
{rows}
"""

FIGURATIVE = """\
## Figurative language

These phrases give no claim: {phrases}.

Beside one of these words, a use of force is doubted: {company}.
"""


def read_packaged() -> dict[str, dict[str, Any]]:
    """The kinds as written in the files: "(rocket|mortar) fire" is shorter to read than each phrase."""
    data = files("dateline.codebook").joinpath("data")
    tables = [tomllib.loads(data.joinpath(f"{name}.toml").read_text("utf-8")) for name in BUILT_IN]
    return {kind["id"]: kind for table in tables for kind in table.get("kind", ())}


def patterns(entries: Iterable[Any], name: str) -> list[str]:
    found: dict[str, None] = {}
    for entry in entries:
        words = entry if isinstance(entry, str) else entry[name]
        found.update(dict.fromkeys([words] if isinstance(words, str) else words))
    return list(found)


def make_page(codebook: Codebook) -> str:
    written = read_packaged()
    labels = {family.id: family.label for family in codebook.families}
    rows = [
        f"| {labels.get(kind.family or '', '–')} | [`{kind.id}`](#{kind.id}) | {kind.label} |"
        for kind in codebook.kinds
    ]
    parts = [HEAD.format(kinds=len(codebook.kinds), rows="\n".join(rows))]
    parts += [make_section(kind, written[kind.id]["triggers"]) for kind in codebook.kinds]
    figurative = codebook.figurative
    parts.append(
        FIGURATIVE.format(
            phrases="; ".join(figurative.phrases), company=", ".join(figurative.company)
        )
    )
    return "\n".join("\n".join(map(wrap, part.split("\n"))) for part in parts)


def wrap(line: str) -> str:
    """Prose in lines that a reviewer can compare; tables and lists stay as they are."""
    if len(line) <= WIDTH or line.startswith(("|", "-", "<!--", ">")):
        return line
    return fill(line, WIDTH, break_long_words=False, break_on_hyphens=False)


def make_section(kind: Kind, triggers: dict[str, Any]) -> str:
    verbs = patterns(triggers.get("verbs", ()), "verb")
    nouns = patterns(triggers.get("nouns", ()), "noun")
    lines = [f"## `{kind.id}`", "", f"**{kind.label}.** {kind.definition}", ""]
    lines += ["| scheme | mapping | when |", "|---|---|---|", *mapping_rows(kind), ""]
    if verbs:
        lines += [f"Verbs: {'; '.join(verbs)}.", ""]
    if nouns:
        lines += [f"Nouns: {'; '.join(nouns)}.", ""]
    lines += ["Coded:", "", *(f"- {mark(it.text, it.trigger)}" for it in kind.positive), ""]
    lines += ["Not coded:", "", *(f"- {it.text} ({it.because})" for it in kind.negative), ""]
    return "\n".join(lines)


def mapping_rows(kind: Kind) -> Iterable[str]:
    for plover in kind.plover:
        contexts = f", context {', '.join(plover.contexts)}" if plover.contexts else ""
        mode = f" / {plover.mode}" if plover.mode else ""
        yield f"| PLOVER | {plover.type}{mode}{contexts} | {condition(plover.when)} |"
    for cameo in kind.cameo:
        yield f"| CAMEO | {cameo.code} | {condition(cameo.when)} |"
    for acled in kind.acled:
        yield f"| ACLED | {acled.event}: {acled.sub_event} | {condition(acled.when)} |"
    for ucdp in kind.ucdp:
        yield f"| UCDP | type of violence {ucdp.type} | {condition(ucdp.when)} |"


def condition(when: Condition) -> str:
    parts = [
        ("actor's inter", when.inter),
        ("target's inter", when.target_inter),
        ("status", when.status),
        ("one of the words", when.words),
    ]
    return "; ".join(f"{name} {', '.join(map(str, of))}" for name, of in parts if of)


def mark(text: str, trigger: str) -> str:
    return text.replace(trigger, f"**{trigger}**", 1)


if __name__ == "__main__":
    PAGE.write_text(make_page(load_codebook()), "utf-8")
