// SPDX-License-Identifier: EUPL-1.2
// The draft on the device. It never holds a photo, and it goes when it is shared, thrown away, or two hours old.
import { addCard } from "./cards.js";
import { flow } from "./steps.js";

const KEPT = 2 * 60 * 60 * 1000; // milliseconds
const NOT_KEPT = ["csrfmiddlewaretoken", "do", "photo"];

function key() {
  return `buurtwacht:melding:${flow().dataset.key}`;
}

function read() {
  try {
    const kept = JSON.parse(localStorage.getItem(key()));
    return kept && Date.now() - kept.at < KEPT ? kept : null;
  } catch {
    return null;
  }
}

function write(kept) {
  try {
    localStorage.setItem(key(), JSON.stringify(kept));
  } catch {
    // A full or forbidden store: the page still holds everything.
  }
}

let isDone = false; // shared or thrown away: what still runs on this page may not keep it again

export function save() {
  if (!flow() || isDone) return;
  const fields = [...new FormData(flow())].filter(([name, value]) => !NOT_KEPT.includes(name) && value !== "");
  write({ at: Date.now(), step: flow().dataset.at, sharing: waitingSince(), fields });
}

export function forget() {
  isDone = true;
  remove();
}

function remove() {
  try {
    localStorage.removeItem(key());
  } catch {
    // Nothing was kept.
  }
}

// Since when sharing waits for a network, in milliseconds; 0 when it does not.
export function waitingSince() {
  return read()?.sharing ?? 0;
}

export function waitSince(moment) {
  save();
  const kept = read();
  if (kept) write({ ...kept, sharing: moment });
}

// Put back what was kept. Returns the step it was at, or nothing.
export function restore() {
  const kept = read();
  if (!kept) {
    remove();
    return "";
  }
  makeCards(kept.fields);
  for (const box of flow().querySelectorAll("[type=checkbox], [type=radio]")) box.checked = false;
  for (const [name, value] of kept.fields) fill(name, value);
  return ["notice", "alarm", "app"].includes(kept.step) ? kept.step : "notice";
}

function makeCards(fields) {
  for (const [name] of fields) {
    const card = /^(person|vehicle)-(\d+)-/.exec(name);
    if (card && !document.getElementById(`${card[1]}-${card[2]}`)) addCard(card[1], Number(card[2]));
  }
}

function fill(name, value) {
  for (const field of flow().querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
    if (field.type === "checkbox" || field.type === "radio") field.checked ||= field.value === value;
    else if (field.type !== "file" && field.tagName !== "BUTTON") field.value = value;
  }
}
