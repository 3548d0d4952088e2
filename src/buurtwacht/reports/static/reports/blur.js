// SPDX-License-Identifier: EUPL-1.2
// Areas over a photo: drawn with finger, pen or mouse, or placed with keys. Without this script there is the grid.
const WHOLE = 1000; // thousandths of the width and the height, as the server counts
const LEAST = 10;
const STEP = 20;
const DRAG = 6; // pixels: less is a tap, which chooses a field of the grid

const within = (value, low, high) => Math.min(Math.max(Math.round(value), low), high);

function listen(tool) {
  const photo = tool.querySelector("[data-blur-photo]");
  const grid = tool.querySelector("[data-blur-grid]");
  const drawn = tool.querySelector("[data-blur-drawn]");
  const button = tool.querySelector("[data-blur-add]");
  let start = null;
  let last = null;

  function tell() {
    const number = photo.querySelectorAll(":checked, [data-area]").length;
    tool.querySelector("[data-blur-status]").textContent = number ? `${tool.dataset.blurTold} ${number}` : "";
    photo.querySelectorAll("[data-area]").forEach((area, index) => {
      area.setAttribute("aria-label", `${tool.dataset.blurArea} ${index + 1}. ${tool.dataset.blurKeys}`);
    });
  }

  // Puts an area where it belongs: four edges, in thousandths.
  function place(area, edges) {
    const [left, top, right, bottom] = edges;
    area.dataset.area = area.field.value = edges.join(",");
    area.style.left = `${left / 10}%`;
    area.style.top = `${top / 10}%`;
    area.style.width = `${(right - left) / 10}%`;
    area.style.height = `${(bottom - top) / 10}%`;
  }

  function add(edges) {
    const area = document.createElement("button");
    area.type = "button";
    area.className = "bw-blur__area";
    area.field = Object.assign(document.createElement("input"), { type: "hidden", name: tool.dataset.blurName });
    place(area, edges);
    area.addEventListener("keydown", (event) => press(event, area));
    photo.append(area, area.field);
    return area;
  }

  function remove(area) {
    area.field.remove();
    area.remove();
    button.focus();
    tell();
  }

  // Arrows move, with Shift they change the size; Delete takes away.
  function press(event, area) {
    if (event.key === "Delete" || event.key === "Backspace") {
      event.preventDefault();
      remove(area);
      return;
    }
    const across = { ArrowLeft: -STEP, ArrowRight: STEP }[event.key] ?? 0;
    const down = { ArrowUp: -STEP, ArrowDown: STEP }[event.key] ?? 0;
    if (!across && !down) return;
    event.preventDefault();
    const [left, top, right, bottom] = area.dataset.area.split(",").map(Number);
    if (event.shiftKey) {
      const wide = [left, top, within(right + across, left + STEP, WHOLE), within(bottom + down, top + STEP, WHOLE)];
      place(area, wide);
    } else {
      const x = within(left + across, 0, WHOLE - (right - left));
      const y = within(top + down, 0, WHOLE - (bottom - top));
      place(area, [x, y, x + right - left, y + bottom - top]);
    }
  }

  function spot(event) {
    const box = photo.getBoundingClientRect();
    const x = ((event.clientX - box.left) / box.width) * WHOLE;
    const y = ((event.clientY - box.top) / box.height) * WHOLE;
    return [within(x, 0, WHOLE), within(y, 0, WHOLE)];
  }

  function between([x, y], [otherX, otherY]) {
    return [Math.min(x, otherX), Math.min(y, otherY), Math.max(x, otherX), Math.max(y, otherY)];
  }

  photo.addEventListener("pointerdown", (event) => {
    if (!event.isPrimary || event.button !== 0) return;
    start = { at: spot(event), x: event.clientX, y: event.clientY, held: event.target.closest("[data-area]") };
    start.edges = start.held?.dataset.area.split(",").map(Number);
  });
  photo.addEventListener("pointermove", (event) => {
    if (!start || !event.isPrimary) return;
    if (!start.moved && Math.hypot(event.clientX - start.x, event.clientY - start.y) < DRAG) return;
    start.moved = true;
    photo.setPointerCapture(event.pointerId);
    const here = spot(event);
    if (start.edges) {
      const [left, top, right, bottom] = start.edges;
      const x = within(left + here[0] - start.at[0], 0, WHOLE - (right - left));
      const y = within(top + here[1] - start.at[1], 0, WHOLE - (bottom - top));
      place(start.held, [x, y, x + right - left, y + bottom - top]);
    } else if (start.held) {
      place(start.held, between(start.at, here));
    } else {
      start.held = add(between(start.at, here));
    }
  });
  const stop = () => {
    if (!start) return;
    const { held, moved, edges } = start;
    last = moved ? performance.now() : null;
    start = null;
    if (held && moved && !edges) {
      const [left, top, right, bottom] = held.dataset.area.split(",").map(Number);
      if (right - left < LEAST || bottom - top < LEAST) remove(held);
    }
    tell();
  };
  photo.addEventListener("pointerup", stop);
  photo.addEventListener("pointercancel", stop);
  photo.addEventListener("dragstart", (event) => event.preventDefault());
  // The tap that ends a drag chooses no field.
  photo.addEventListener("click", (event) => {
    if (last !== null && performance.now() - last < 300) event.preventDefault();
    last = null;
  }, true);
  photo.addEventListener("change", tell);

  grid.addEventListener("keydown", (event) => {
    const cells = [...grid.querySelectorAll("input")];
    const columns = getComputedStyle(grid).gridTemplateColumns.split(" ").length;
    const way = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -columns, ArrowDown: columns }[event.key];
    if (!way) return;
    event.preventDefault();
    cells[cells.indexOf(event.target) + way]?.focus();
  });

  button.addEventListener("click", () => {
    add([400, 400, 600, 600]).focus();
    tell();
  });

  for (const box of drawn.querySelectorAll("input:checked")) add(box.value.split(",").map(Number));
  drawn.remove();
  button.hidden = false;
  for (const hint of tool.querySelectorAll("[data-blur-hint]")) hint.hidden = false;
  tool.classList.add("is-ready");
  tell();
}

for (const tool of document.querySelectorAll("[data-blur]")) listen(tool);
