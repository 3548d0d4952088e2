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

// Another street was written: the pin goes there, between two streets when two are named.
export function followStreet() {
  const written = flow().elements.place.value.toLowerCase();
  const streets = [...document.querySelectorAll("#straten option")];
  const named = streets.filter((street) => written.includes(street.value.toLowerCase())).slice(0, 2);
  if (!named.length) return;
  const middle = (name) => named.reduce((sum, street) => sum + Number(street.dataset[name]), 0) / named.length;
  pin(middle("latitude"), middle("longitude"));
}

// The pin was dragged: the nearest street is named, unless somebody wrote the place in their own words.
export function nameStreet({ street }) {
  const field = flow().elements.place;
  if (!street || (field.value && field.value !== field.dataset.filled)) return;
  field.value = field.dataset.filled = street;
  say();
  save();
}

function pin(latitude, longitude) {
  const { latitude: north, longitude: east } = flow().elements;
  north.value = latitude.toFixed(5);
  east.value = longitude.toFixed(5);
  for (const field of [north, east]) field.dispatchEvent(new Event("change", { bubbles: true }));
}

function tell(name) {
  for (const line of flow().querySelectorAll("[data-locate-note]")) {
    line.hidden = false;
    line.textContent = word(name);
  }
}
