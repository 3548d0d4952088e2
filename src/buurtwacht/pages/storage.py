# SPDX-License-Identifier: EUPL-1.2
from whitenoise.storage import CompressedManifestStaticFilesStorage


class StaticFiles(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """Static files under names that change with their content, compressed; under their plain names until collected."""

    manifest_strict = False

    def stored_name(self, name: str) -> str:
        """The name with the hash; a file that was not collected keeps its own name."""
        known: dict[str, str] = self.hashed_files
        return known.get(self.hash_key(self.clean_name(name))) or name
