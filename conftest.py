# SPDX-License-Identifier: EUPL-1.2
pytest_plugins = ["buurtwacht.testing.fixtures", "buurtwacht.testing.browser"]
