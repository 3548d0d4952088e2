# SPDX-License-Identifier: EUPL-1.2
"""What can happen to the map: areas and postcodes from a file, streets and landmarks to draw."""

from .areas import Imported, import_areas
from .drawing import add_landmark, add_street
from .postcodes import import_postcodes

__all__ = ["Imported", "add_landmark", "add_street", "import_areas", "import_postcodes"]
