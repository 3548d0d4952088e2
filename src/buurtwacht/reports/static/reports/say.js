// SPDX-License-Identifier: EUPL-1.2
// What can be said without the server: enough to call and to go on while there is no network.
import { flow } from "./steps.js";

const words = JSON.parse(document.getElementById("woorden")?.textContent ?? "{}");

export function word(name) {
  return words[name] ?? "";
}

// The first field that still lacks, or nothing.
export function missing() {
  const form = flow();
  if (!title()) return form.elements.words;
  if (!form.elements.place.value.trim() && !form.elements.latitude.value) return form.elements.place;
  return form.elements.in_sight.value ? null : form.querySelector("[name=in_sight]");
}

export function say() {
  const fields = flow().elements;
  const place = fields.place.value.trim();
  const facts = {
    title: title(),
    what: title() && `${title()}.`,
    place,
    where: place,
    sight: { now: word("yes"), just_gone: word("gone") }[fields.in_sight.value],
    call: fields.called.value && word("called").replace("{time}", fields.called_at.value),
  };
  for (const element of document.querySelectorAll("[data-say]")) {
    const fact = facts[element.dataset.say];
    const said = element.dataset.end && fact ? fact + element.dataset.end : fact;
    if (said && element.textContent.trim() !== said) element.textContent = said;
  }
}

function title() {
  const form = flow();
  const [first] = form.elements.words.value.trim().split(/(?<=[.?!])\s|\n/);
  if (first) return first.replace(/\.$/, "");
  const chip = form.querySelector("[name=behaviours]:checked:not([value=other])");
  return chip ? chip.parentElement.textContent.trim() : "";
}
