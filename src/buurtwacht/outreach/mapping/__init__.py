# SPDX-License-Identifier: EUPL-1.2
"""The groups of an organisation on a map: which areas, drawn in the page, and as GeoJSON for the map that moves."""
