// SPDX-License-Identifier: EUPL-1.2
// Cards for persons and vehicles: copied from an empty one, so that no network is needed.
import { flow } from "./steps.js";

const MOST = { person: 6, vehicle: 4 };

function cards(kind) {
  return [...flow().querySelectorAll(`[data-cards="${kind}"] > [data-card]`)];
}

export function addCard(kind, number = -1) {
  const taken = cards(kind).map((card) => Number(card.getAttribute("aria-labelledby").split("-")[1]));
  if (taken.length >= MOST[kind]) return;
  const mine = number >= 0 ? number : Math.max(-1, ...taken) + 1;
  const template = document.querySelector(`template[data-blank="${kind}"]`);
  const holder = document.createElement("template");
  holder.innerHTML = template.innerHTML.replaceAll(`${kind}-NR`, `${kind}-${mine}`);
  const card = holder.content.querySelector("[data-card]");
  flow().querySelector(`[data-cards="${kind}"]`).append(card);
  tidy(kind);
  if (number < 0) card.querySelector("select, input").focus();
}

export function removeCard(button) {
  const card = button.closest("[data-card]");
  const kind = card.parentElement.dataset.cards;
  card.remove();
  tidy(kind);
  flow().querySelector(`[data-add="${kind}"]`)?.focus();
  flow().dispatchEvent(new Event("input", { bubbles: true }));
}

function tidy(kind) {
  const all = cards(kind);
  all.forEach((card, place) => {
    for (const number of card.querySelectorAll("[data-card-number]")) number.textContent = place + 1;
  });
  const add = flow().querySelector(`[data-add="${kind}"]`);
  if (add) add.hidden = all.length >= MOST[kind];
}
