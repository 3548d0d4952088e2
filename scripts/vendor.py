# SPDX-License-Identifier: EUPL-1.2
"""Copy what we use of other people's front-end packages into the program.

    npm install --prefix DIR <the packages of pages/static/vendor/README.md>
    python scripts/vendor.py DIR/node_modules

Nothing of node is needed afterwards: the copies are static files, each with its licence. An icon is copied when its
name stands between quotes in a template or in code.
"""

import json
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from prune_tokens import pruned

SOURCE = Path(__file__).resolve().parent.parent / "src" / "buurtwacht"
VENDOR = SOURCE / "pages" / "static" / "vendor"
ICONS = SOURCE / "pages" / "icons"
SITE_CSS = SOURCE / "pages" / "static" / "pages" / "site.css"
TESTING = SOURCE / "testing" / "vendor"

TOKENS = "@nl-design-system-unstable/voorbeeld-design-tokens"
FONT = "@fontsource-variable/atkinson-hyperlegible-next"
COMPONENTS = ["button", "heading-1", "heading-2", "heading-3", "link", "paragraph", "select", "textarea", "textbox"]
LEAFLET = ["leaflet.css", "leaflet.js", "images/layers.png", "images/layers-2x.png", "images/marker-icon.png"]
QUOTED = re.compile(r"""["']([a-z0-9-]+)["']""")


def main() -> None:
    modules = Path(sys.argv[1])
    copy_components(modules)
    copy_font(modules)
    copy_leaflet(modules)
    copy_axe(modules)
    copy_icons(modules)


def copy_components(modules: Path) -> None:
    """All component CSS in one file, and the tokens that it and our own CSS read."""
    parts = []
    for name in COMPONENTS:
        package = modules / "@utrecht" / f"{name}-css"
        css = (package / "dist" / "index.min.css").read_text().strip()
        parts.append(f"/* @utrecht/{name}-css {version(package)}, EUPL-1.2 */\n{css}\n")
    folder = fresh(VENDOR / "utrecht")
    (folder / "utrecht.css").write_text("".join(parts))
    shutil.copy(modules / "@utrecht" / "button-css" / "LICENSE.md", folder)
    folder = fresh(VENDOR / "voorbeeld")
    theme = (modules / TOKENS / "dist" / "theme.css").read_text()
    (folder / "tokens.css").write_text(pruned(theme, [*parts, SITE_CSS.read_text()]))
    shutil.copy(modules / TOKENS / "LICENSE.md", folder)


def copy_font(modules: Path) -> None:
    folder = fresh(VENDOR / "atkinson-hyperlegible-next")
    for part in ("latin", "latin-ext"):
        shutil.copy(modules / FONT / "files" / f"atkinson-hyperlegible-next-{part}-wght-normal.woff2", folder)
    shutil.copy(modules / FONT / "LICENSE", folder)


def copy_leaflet(modules: Path) -> None:
    folder = fresh(VENDOR / "leaflet")
    (folder / "images").mkdir()
    for name in LEAFLET:
        shutil.copy(modules / "leaflet" / "dist" / name, folder / name)
    without_map(folder / "leaflet.js")
    shutil.copy(modules / "leaflet" / "LICENSE", folder)


def copy_axe(modules: Path) -> None:
    """The accessibility checker. Only tests use it."""
    folder = fresh(TESTING)
    shutil.copy(modules / "axe-core" / "axe.min.js", folder)
    shutil.copy(modules / "axe-core" / "LICENSE", folder / "LICENSE-axe-core")
    (folder / "README.md").write_text(
        f"# For tests only\n\n`axe.min.js`: axe-core {version(modules / 'axe-core')}, MPL-2.0.\n"
    )


def copy_icons(modules: Path) -> None:
    package = modules / "@tabler" / "icons"
    folder = fresh(ICONS)
    for name in sorted(set(quoted_words())):
        source = package / "icons" / "outline" / f"{name}.svg"
        if source.exists():
            shutil.copy(source, folder)
    shutil.copy(package / "LICENSE", folder)


def quoted_words() -> Iterator[str]:
    for path in (*SOURCE.rglob("*.html"), *SOURCE.rglob("*.py")):
        if {"tests", "testing", "migrations", "channels", "delivery", "config"} & set(path.parts):
            continue
        yield from QUOTED.findall(path.read_text())


def without_map(script: Path) -> None:
    """Drop the pointer to a source map that we do not ship."""
    script.write_text(re.sub(r"\n?//# sourceMappingURL=.*", "", script.read_text()))


def fresh(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def version(package: Path) -> str:
    return str(json.loads((package / "package.json").read_text())["version"])


if __name__ == "__main__":
    main()
