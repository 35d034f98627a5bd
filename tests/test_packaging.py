"""What is installed is what was meant: locked, permissively licensed, explained."""

import re
import tomllib
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
LOCK = (ROOT / "requirements.lock").read_text("utf-8")

# They offer a permissive licence beside the one named.
CHOICE = {"tld": "MPL-1.1"}


def run_time() -> set[str]:
    """Everything that installing Dateline installs here, directly or not."""
    wanted = [Requirement(line) for line in PROJECT["dependencies"]]
    found: set[str] = set()
    while wanted:
        requirement = wanted.pop()
        extras = requirement.extras or {""}
        if requirement.marker and not any(
            requirement.marker.evaluate({"extra": extra}) for extra in extras
        ):
            continue
        name = canonicalize_name(requirement.name)
        if name not in found:
            found.add(name)
            wanted += [Requirement(line) for line in metadata.requires(name) or ()]
    return found


def licence(name: str) -> str:
    about = metadata.metadata(name)
    classifiers = [line for line in about.get_all("Classifier") or () if line.startswith("License")]
    stated = about.get("License-Expression") or "; ".join(classifiers) or about.get("License") or ""
    return CHOICE.get(name, stated)


def test_nothing_at_run_time_is_under_the_gpl() -> None:
    licences = {name: licence(name) for name in sorted(run_time())}
    assert not {name: said for name, said in licences.items() if re.search(r"GPL|GNU", said)}
    assert all(licences.values()), licences


def test_the_lock_has_a_hash_for_everything_and_no_address() -> None:
    entries = re.findall(r"^([a-z0-9-]+)==\S+.*?(?=^[a-z]|\Z)", LOCK, re.MULTILINE | re.DOTALL)
    blocks = re.split(r"^(?=[a-z])", LOCK, flags=re.MULTILINE)[1:]
    assert len(entries) == len(blocks) > 50
    assert all("--hash=sha256:" in block for block in blocks)
    assert not re.search(r"://|^-|index|file:|/", LOCK, re.MULTILINE)


def test_the_lock_has_every_dependency() -> None:
    locked = set(re.findall(r"^([a-z0-9-]+)==", LOCK, re.MULTILINE))
    assert {canonicalize_name(Requirement(line).name) for line in PROJECT["dependencies"]} <= locked


def test_every_dependency_has_its_reason_in_the_docs() -> None:
    page = (ROOT / "docs/explanation/dependencies.md").read_text("utf-8")
    explained = {canonicalize_name(name) for name in re.findall(r"^\| `([^`]+)` \|", page, re.M)}
    wanted = (
        *PROJECT["dependencies"],
        *(line for extra in PROJECT["optional-dependencies"].values() for line in extra),
    )
    assert explained == {canonicalize_name(Requirement(line).name) for line in wanted}


def test_the_version_is_the_same_everywhere() -> None:
    citation = (ROOT / "CITATION.cff").read_text("utf-8")
    assert f"version: {PROJECT['version']}\n" in citation
    assert metadata.version("dateline") == PROJECT["version"]


def test_the_licence_and_its_notice_are_there() -> None:
    assert "Apache License" in (ROOT / "LICENSE").read_text("utf-8")
    notice = (ROOT / "NOTICE").read_text("utf-8")
    assert "GeoNames" in notice
    assert "Natural Earth" in notice
