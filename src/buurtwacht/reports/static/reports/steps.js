// SPDX-License-Identifier: EUPL-1.2
// Which step is shown, with its letters and its emergency bar.

export function flow() {
  return document.querySelector("[data-flow]");
}

export function atStep() {
  const at = flow().dataset.at;
  return at === "elsewhere" ? "notice" : at;
}

export function show(step, focusOn = "", remember = true) {
  const form = flow();
  for (const part of form.querySelectorAll("[data-step]")) part.hidden = part.dataset.step !== step;
  put("stappen", `[data-nav="${step}"]`);
  put("sos", `[data-sos="${calledAt() ? "app" : step}"]`);
  for (const time of document.querySelectorAll("#sos time")) time.textContent = calledAt();
  if (remember && form.dataset.at !== step) history.pushState({ step }, "");
  form.dataset.at = step;
  const target = (focusOn && document.getElementById(focusOn)) || form.querySelector(`[data-step="${step}"] h1`);
  target?.focus({ preventScroll: !focusOn });
  if (!focusOn) window.scrollTo(0, 0);
}

export function restoreStep(step) {
  note("restored", true);
  if (step !== atStep()) show(step);
}

// A note above the form: on or off, and only one of each.
export function note(name, on, focus = false) {
  const room = document.getElementById("lokaal");
  const old = room.querySelector(`[data-is="${name}"]`);
  if (on && !old) {
    const copy = document.querySelector(`template[data-note="${name}"]`).content.firstElementChild.cloneNode(true);
    copy.dataset.is = name;
    room.append(copy);
    if (focus) copy.focus();
  }
  if (!on) old?.remove();
  room.hidden = room.childElementCount === 0;
}

function calledAt() {
  const fields = flow().elements;
  return fields.called.value && fields.called_at.value;
}

function put(id, selector) {
  const template = document.querySelector(`template${selector}`);
  const element = document.getElementById(id);
  if (!template || !element) return;
  const copy = template.content.cloneNode(true);
  if (id === "sos") element.replaceWith(copy);
  else element.replaceChildren(copy);
}
