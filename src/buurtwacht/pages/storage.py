# SPDX-License-Identifier: EUPL-1.2
from typing import Any, ClassVar

from whitenoise.storage import CompressedManifestStaticFilesStorage

ROOMS = ("alerts", "dossiers", "live", "pages", "people", "places", "reports")
MODULES = (
    (r"""(?P<matched>from\s*["'](?P<url>\./[^"']+)["'])""", 'from "%(url)s"'),
    (r"""(?P<matched>import\(["'](?P<url>\./[^"']+)["']\))""", 'import("%(url)s")'),
)


class StaticFiles(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """Static files under names that change with their content, compressed; under their plain names until collected.

    Our modules ask for each other by these names too, so that a browser never mixes two versions.
    """

    manifest_strict = False
    patterns: ClassVar[Any] = (
        *CompressedManifestStaticFilesStorage.patterns,
        *((f"{room}/*.js", MODULES) for room in ROOMS),
    )

    def stored_name(self, name: str) -> str:
        """The name with the hash; a file that was not collected keeps its own name."""
        known: dict[str, str] = self.hashed_files
        return known.get(self.hash_key(self.clean_name(name))) or name
