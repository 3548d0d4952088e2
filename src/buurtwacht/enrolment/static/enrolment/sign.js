// SPDX-License-Identifier: EUPL-1.2
// Draws a signature with finger, pen or mouse. Without this script, or with the keyboard, one writes one's name.

const MOST_X = 999;
const MOST_Y = 399;
const LONGEST = 20000;
const SVG = "http://www.w3.org/2000/svg";

function listen(sheet) {
  const field = document.getElementById(sheet.dataset.sign);
  const again = sheet.parentElement.querySelector("[data-sign-again]");
  const picture = sheet.querySelector("svg");
  const path = document.createElementNS(SVG, "path");
  picture.append(path);
  let last = "";

  function show(strokes) {
    field.value = strokes;
    path.setAttribute("d", strokes);
  }

  // Where the pen is, in whole pixels of the sheet.
  function spot(event) {
    const box = picture.getBoundingClientRect();
    const x = Math.round(Math.min(Math.max(event.clientX - box.left, 0), Math.min(box.width, MOST_X)));
    const y = Math.round(Math.min(Math.max(event.clientY - box.top, 0), Math.min(box.height, MOST_Y)));
    return `${x} ${y}`;
  }

  function add(event) {
    for (const one of event.getCoalescedEvents?.() ?? [event]) {
      const here = spot(one);
      if (here === last || field.value.length > LONGEST - 20) continue;
      last = here;
      show(`${field.value}L${here}`);
    }
  }

  picture.addEventListener("pointerdown", (event) => {
    if (!event.isPrimary || event.button !== 0) return;
    event.preventDefault();
    picture.setPointerCapture(event.pointerId);
    last = spot(event);
    if (field.value.length < LONGEST - 40) show(`${field.value}M${last}L${last}`);
  });
  picture.addEventListener("pointermove", (event) => {
    if (picture.hasPointerCapture(event.pointerId)) add(event);
  });
  again.addEventListener("click", () => show(""));

  sheet.hidden = again.hidden = false;
  for (const hint of sheet.parentElement.querySelectorAll("[data-sign-hint]")) hint.hidden = false;
  if (field.value) show(field.value);
}

for (const sheet of document.querySelectorAll("[data-sign]")) listen(sheet);
