// SPDX-License-Identifier: EUPL-1.2
// "Use my place": asked once, when somebody presses the button. Nothing follows anybody.
import { say, word } from "./say.js";
import { flow } from "./steps.js";
import { save } from "./store.js";

const ASK = { enableHighAccuracy: true, timeout: 12000, maximumAge: 30000 };

export function locate(button) {
  tell("locating");
  button.setAttribute("aria-disabled", "true");
  const done = (name) => {
    button.removeAttribute("aria-disabled");
    tell(name);
  };
  navigator.geolocation.getCurrentPosition(
    ({ coords }) => {
      pin(coords.latitude, coords.longitude);
      done("located");
    },
    () => done("denied"),
    ASK,
  );
}

export function pin(latitude, longitude) {
  const fields = flow().elements;
  fields.latitude.value = latitude.toFixed(5);
  fields.longitude.value = longitude.toFixed(5);
  save();
  say();
}

function tell(name) {
  for (const line of flow().querySelectorAll("[data-locate-note]")) {
    line.hidden = false;
    line.textContent = word(name);
  }
}
