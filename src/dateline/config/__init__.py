"""A project: its ``dateline.toml``, the files a command means, the sources it reads.

``settings`` finds and understands the file, ``adding`` makes one and adds sources to it,
``locating`` decides which store, codebook, registers and gazetteer are meant, ``resources`` holds
what documents are read with.
"""

from .adding import add_source, init_project, locate
from .locating import (
    DEFAULT_GAZETTEER,
    DEFAULT_STORE,
    GAZETTEER_VARIABLE,
    STORE_VARIABLE,
    codebook_files,
    find_limits,
    gazetteer_location,
    gazetteer_output,
    register_files,
    store_location,
)
from .resources import DEFAULT_MODEL, Resources
from .settings import (
    PROJECT_FILE,
    FetchSettings,
    LimitSettings,
    Project,
    Settings,
    SourceSettings,
    find_project,
    load_project,
    load_settings,
)

__all__ = [
    "DEFAULT_GAZETTEER",
    "DEFAULT_MODEL",
    "DEFAULT_STORE",
    "GAZETTEER_VARIABLE",
    "PROJECT_FILE",
    "STORE_VARIABLE",
    "FetchSettings",
    "LimitSettings",
    "Project",
    "Resources",
    "Settings",
    "SourceSettings",
    "add_source",
    "codebook_files",
    "find_limits",
    "find_project",
    "gazetteer_location",
    "gazetteer_output",
    "init_project",
    "load_project",
    "load_settings",
    "locate",
    "register_files",
    "store_location",
]
