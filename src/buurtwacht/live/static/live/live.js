// SPDX-License-Identifier: EUPL-1.2
// Keeps an open page up to date. A page works without it; with it, nobody has to reload.
import { follow } from "./follow.js";
import { Screen } from "./screen.js";

for (const element of document.querySelectorAll("[data-live-url]")) {
  follow(element, new Screen(element));
}
