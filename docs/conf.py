"""What Sphinx needs to know: Markdown pages in, the HTML documents out; `sphinx-build -W -b html docs docs/_build`."""

project = "Headwater"
author = "The Headwater authors"
copyright = "2026, The Headwater authors"
release = version = "0.1.0"

extensions = ["myst_parser"]
exclude_patterns = ["_build"]
myst_heading_anchors = 3
suppress_warnings: list[str] = []

html_theme = "furo"
html_title = "Headwater"
html_copy_source = False  # the pages stand in the repository; a second copy would be tested as a second document
html_show_sourcelink = False
