"""Every example in README and docs runs, and shows what it prints."""

import re
import tomllib
from importlib.util import find_spec
from pathlib import Path

import click
import pytest

from cli_doc import make_page
from console_doc import (
    BLOCK,
    find_pages,
    folder_with_samples,
    prepared,
    rewrite,
    shorten,
    write_files,
)

ROOT = Path(__file__).parent.parent
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")))
ROOT_PAGES = (*PAGES, ROOT / "CONTRIBUTING.md", ROOT / "SECURITY.md", ROOT / "CHANGELOG.md")
PYTHON = re.compile(r"(?<=^```python\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?://|#)([^)#\s]+)|(?:src|srcset|href)=\"(?!https?://|#)([^\"]+)\"")

needs_cli = pytest.mark.skipif(find_spec("dateline.cli") is None, reason="there is no CLI yet")


def name(page: Path) -> str:
    return str(page.relative_to(ROOT))


@needs_cli
@pytest.mark.parametrize("page", find_pages(), ids=name)
def test_every_console_example_prints_what_it_shows(page: Path) -> None:
    text = page.read_text("utf-8")
    with prepared(text) as run:
        assert rewrite(text, run) == text


@needs_cli
@pytest.mark.parametrize(
    "page", [page for page in PAGES if PYTHON.search(page.read_text("utf-8"))], ids=name
)
def test_every_python_example_runs(page: Path) -> None:
    names: dict[str, object] = {}
    text = page.read_text("utf-8")
    with folder_with_samples():
        write_files(text)
        for example in PYTHON.findall(text):
            exec(compile(example, name(page), "exec"), names)


@pytest.mark.parametrize("page", ROOT_PAGES, ids=name)
def test_every_link_leads_to_a_file(page: Path) -> None:
    for match in LINK.finditer(page.read_text("utf-8")):
        target = match[1] or match[2]
        assert (page.parent / target).exists(), target


def test_the_index_leads_to_every_page() -> None:
    index = ROOT / "docs/README.md"
    linked = {match[1] for match in LINK.finditer(index.read_text("utf-8"))}
    there = {str(page.relative_to(index.parent)) for page in (ROOT / "docs").rglob("*.md")}
    assert linked == there - {"README.md"}


def test_the_architecture_names_modules_that_are_there() -> None:
    page = (ROOT / "docs/explanation/architecture.md").read_text("utf-8")
    passages = page.partition("## How a passage is read")[2].partition("## ")[0]
    steps = "\n".join(re.findall(r"^\d\. (.*)$", passages, re.MULTILINE))
    named = set(re.findall(r"`([a-z_]+)`", steps))
    before = page.partition("## How a passage is read")[0]
    runner = set(re.findall(r"^\| `([a-z_/]+)` \|", before, re.MULTILINE))
    package = ROOT / "src/dateline"
    rooms = set(re.findall(r"^\| `([a-z_]+)` \|", passages, re.MULTILINE))
    assert named <= {path.stem for path in (package / "analysis").rglob("*.py")}
    assert rooms == {path.parent.name for path in (package / "analysis").glob("*/__init__.py")}
    rooms_of_runner = (package / "pipeline").rglob("[!_]*.py")
    assert runner == {
        path.relative_to(package / "pipeline").with_suffix("").as_posix()
        for path in rooms_of_runner
    }


def test_every_tool_of_developers_has_its_reason() -> None:
    page = (ROOT / "docs/explanation/dependencies.md").read_text("utf-8")
    said = page.partition("## For development only")[2].partition("\n## ")[0]
    explained = set(re.findall(r"^\| ([a-z][a-z0-9-]+) \| [A-Z]", said, re.MULTILINE))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wanted = {re.match(r"[a-z0-9-]+", line)[0] for line in project["dependency-groups"]["dev"]}
    assert explained == wanted


@pytest.mark.parametrize("page", ROOT_PAGES, ids=name)
def test_the_prose_is_plain(page: Path) -> None:
    prose = re.sub(r"```.*?```|<!--.*?-->", "", page.read_text("utf-8"), flags=re.DOTALL)
    assert not re.findall(r"\b(?:we|We|our|Our|simply|powerful|easily)\b", prose)
    assert prose.startswith("# ")


def test_only_dateline_commands_are_run() -> None:
    page = "```console\n$ make demo\nlong ago\n$ dateline events\nold\n$ dateline claims\n```\n"
    run = {"dateline events": "new\n", "dateline claims": ""}.__getitem__
    assert rewrite(page, run) == page.replace("old", "new")


def test_a_long_output_is_left_out_where_the_page_left_it_out() -> None:
    assert shorten("1\n2\n3\n4\n", "a\n…\nz\n") == "1\n…\n4\n"
    assert shorten("1\n2\n", "a\n…\nz\n") == "1\n2\n"


def test_an_id_is_the_one_that_the_command_before_it_lists() -> None:
    page = "<!-- id: dateline events -->\n```console\n$ dateline show 123abc --all\nold\n```\n"
    run = {"dateline events": "event\n0a1b2c3d  siege\n", "dateline show 0a1b2c --all": "new\n"}
    assert rewrite(page, run.__getitem__) == page.replace("old", "new").replace("123abc", "0a1b2c")
    with pytest.raises(RuntimeError, match="lists no id"):
        rewrite(page, lambda command: "event\n")


def test_a_named_block_becomes_a_file() -> None:
    with folder_with_samples() as folder:
        write_files("<!-- file: coded/01.txt -->\n```text\nRebels fled.\n```\n")
        assert (folder / "coded/01.txt").read_text("utf-8") == "Rebels fled.\n"


def test_console_blocks_hold_commands() -> None:
    for page in find_pages():
        assert all(block.startswith("$ ") for block in BLOCK.findall(page.read_text("utf-8")))


def test_the_page_of_commands_has_every_command() -> None:
    @click.group()
    def main() -> None:
        """Read reports."""

    @main.command()
    @click.option("--all", help="Every status.")
    def events(**_: object) -> None:
        """Print events."""

    page = make_page(main)
    assert "## dateline events" in page
    assert "--all" in page


@needs_cli
def test_the_page_of_commands_is_fresh() -> None:
    from dateline.cli import main

    assert (ROOT / "docs/reference/cli.md").read_text("utf-8") == make_page(main)
