"""Sphinx configuration: every code cell of every page is run when the pages are built."""

import os
import sys
from importlib import metadata
from pathlib import Path

project = "quoteverify"
author = copyright = "The quoteverify developers"
release = version = metadata.version("quoteverify")

extensions = [
    "myst_nb",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "sphinx.ext.viewcode",
]
html_theme = "furo"
html_title = f"quoteverify {release}"
html_static_path: list[str] = []
exclude_patterns = ["_build"]

autodoc_member_order = "bysource"
autodoc_typehints = "description"
autodoc_typehints_description_target = "documented"
napoleon_google_docstring = True
napoleon_numpy_docstring = False

myst_enable_extensions = ["colon_fence", "deflist"]
nb_execution_mode = "force"
nb_execution_raise_on_error = True
nb_execution_timeout = 120
nb_execution_show_tb = True
nb_mime_priority_overrides = [("html", "text/html", 0)]

# The pages call the command, wherever Sphinx is called from.
os.environ["PATH"] = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
# The pages read the project's own seeds, wherever they are built from.
os.environ["SEEDS"] = str(Path(__file__).parent.parent / "seeds")
