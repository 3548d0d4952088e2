// SPDX-License-Identifier: EUPL-1.2
// The drawn map comes alive: zoom, move the sheet, move the pin by hand or with the arrow keys.
// Without this script the map is a picture and the place can be typed: nothing is lost.

const WIDTH = 800, HEIGHT = 560; // as in drawing/sheet.py, and so is the sum in `place` and `point`
const METRES_PER_DEGREE = 111195.08;
const CLOSEST = 0.25, FURTHEST = 3, STEP = 1.4; // sheets across
const STRIDE = 10; // metres per press of an arrow key; with Shift one metre
const ARROWS = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };
const SVG = "http://www.w3.org/2000/svg";

class StreetMap {
  constructor(box) {
    this.box = box;
    this.svg = box.querySelector("svg");
    this.pin = this.svg.querySelector(".m-pin");
    const [x, y, width] = this.svg.getAttribute("viewBox").split(" ").map(Number);
    this.view = { x, y, size: width / WIDTH };
    this.centre = [Number(box.dataset.latitude), Number(box.dataset.longitude)];
    this.units = METRES_PER_DEGREE / Number(box.dataset.scale);
    this.inputs = ["latitudeInput", "longitudeInput"].map((name) => document.getElementById(box.dataset[name]));
    this.moves = box.dataset.move === "yes";
    box.dataset.started = "yes";
    this.addZoom();
    this.svg.addEventListener("pointerdown", (event) => this.grab(event));
    if (this.moves) this.addPin();
    if (box.dataset.tiles) import("./tiles.js").then(({ addTiles }) => addTiles(this)).catch(() => {});
  }

  // where a point of the earth lies on the sheet, and back
  place(latitude, longitude) {
    const east = this.units * Math.cos((this.centre[0] * Math.PI) / 180);
    return [WIDTH / 2 + (longitude - this.centre[1]) * east, HEIGHT / 2 - (latitude - this.centre[0]) * this.units];
  }
  point(x, y) {
    const east = this.units * Math.cos((this.centre[0] * Math.PI) / 180);
    return [this.centre[0] - (y - HEIGHT / 2) / this.units, this.centre[1] + (x - WIDTH / 2) / east];
  }
  under(event) {
    const matrix = this.svg.getScreenCTM().inverse();
    const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix);
    return [x, y];
  }

  // zooming and moving the sheet ------------------------------------------------
  addZoom() {
    const group = document.createElement("div");
    group.className = "bw-map__zoom";
    this.zoomButtons = [["+", this.box.dataset.wordsIn, 1 / STEP], ["−", this.box.dataset.wordsOut, STEP]].map(
      ([sign, words, factor]) => {
        const button = document.createElement("button");
        button.type = "button";
        button.textContent = sign;
        button.setAttribute("aria-label", words);
        button.addEventListener("click", () => this.zoom(factor));
        group.append(button);
        return button;
      },
    );
    this.box.append(group);
  }
  zoom(factor) {
    const { x, y, size } = this.view;
    const next = Math.min(FURTHEST, Math.max(CLOSEST, size * factor));
    const [middleX, middleY] = this.pinAt ?? [x + (WIDTH * size) / 2, y + (HEIGHT * size) / 2];
    this.show(middleX - (middleX - x) * (next / size), middleY - (middleY - y) * (next / size), next);
    this.zoomButtons[0].setAttribute("aria-disabled", next <= CLOSEST);
    this.zoomButtons[1].setAttribute("aria-disabled", next >= FURTHEST);
  }
  show(x, y, size) {
    const most = [WIDTH * 2, HEIGHT * 2];
    this.view = {
      x: Math.min(most[0], Math.max(-most[0], x)), y: Math.min(most[1], Math.max(-most[1], y)), size,
    };
    this.svg.setAttribute("viewBox", `${this.view.x} ${this.view.y} ${WIDTH * size} ${HEIGHT * size}`);
    this.box.dispatchEvent(new CustomEvent("map:view", { detail: this.view }));
  }
  grab(event) {
    if (event.button) return;
    const onPin = this.moves && event.target.closest(".m-pin");
    const start = this.under(event);
    const from = onPin ? this.pinAt : null;
    let went = false;
    const move = (now) => {
      const [x, y] = this.under(now);
      went ||= Math.hypot(now.clientX - event.clientX, now.clientY - event.clientY) > 6;
      if (onPin) this.putPin(from[0] + x - start[0], from[1] + y - start[1]);
      else if (went) this.show(this.view.x + start[0] - x, this.view.y + start[1] - y, this.view.size);
    };
    const drop = (last) => {
      this.svg.removeEventListener("pointermove", move);
      if (last.type === "pointercancel") return;
      if (onPin) this.tell();
      else if (!went && this.moves) { this.putPin(...start); this.tell(); } // a tap puts the pin there
    };
    this.svg.setPointerCapture(event.pointerId);
    this.svg.addEventListener("pointermove", move);
    for (const end of ["pointerup", "pointercancel"]) this.svg.addEventListener(end, drop, { once: true });
  }

  // the pin ----------------------------------------------------------------------
  addPin() {
    this.status = document.createElement("p");
    this.status.className = "bw-hide";
    this.status.setAttribute("role", "status");
    this.box.after(this.status);
    this.svg.setAttribute("role", "group"); // the pin inside can be reached now, so this is no picture any more
    const match = this.pin?.getAttribute("transform").match(/translate\(([-\d.]+) ([-\d.]+)\)/);
    if (match) this.putPin(Number(match[1]), Number(match[2]));
    this.svg.addEventListener("keydown", (event) => this.key(event));
    for (const input of this.inputs) input?.addEventListener("change", () => this.follow());
  }
  key(event) {
    const arrow = ARROWS[event.key];
    if (!arrow || !event.target.closest(".m-pin")) return;
    event.preventDefault();
    const stride = (event.shiftKey ? 1 : STRIDE) / Number(this.box.dataset.scale);
    this.putPin(this.pinAt[0] + arrow[0] * stride, this.pinAt[1] + arrow[1] * stride);
    this.keepInView();
    this.tell();
  }
  keepInView() {
    const { x, y, size } = this.view, [pinX, pinY] = this.pinAt;
    const edge = 60 * size;
    const shift = (at, from, length) => Math.min(0, at - from - edge) + Math.max(0, at - from - length + edge);
    this.show(x + shift(pinX, x, WIDTH * size), y + shift(pinY, y, HEIGHT * size), size);
  }
  putPin(x, y) {
    this.pinAt = [x, y];
    this.pin ??= this.makePin();
    this.pin.setAttribute("transform", `translate(${x.toFixed(1)} ${y.toFixed(1)})`);
    if (this.pin.hasAttribute("tabindex")) return;
    this.pin.setAttribute("tabindex", "0");
    this.pin.setAttribute("role", "button");
    this.pin.setAttribute("aria-label", this.box.dataset.wordsPin);
  }
  makePin() {
    const pin = document.createElementNS(SVG, "g");
    pin.setAttribute("class", "bw-pin m-pin");
    const shapes = [
      ["circle", { class: "halo", r: 34 }],
      ["path", { d: "M0 0c-16-18-22-28-22-38a22 22 0 0 1 44 0c0 10-6 20-22 38z", fill: "currentColor" }],
      ["circle", { cy: -38, r: 8, class: "m-pinhole" }],
    ];
    for (const [name, attributes] of shapes) {
      const shape = document.createElementNS(SVG, name);
      for (const [key, value] of Object.entries(attributes)) shape.setAttribute(key, value);
      pin.append(shape);
    }
    this.svg.append(pin);
    return pin;
  }

  // telling the form, and whoever listens -------------------------------------------
  tell() {
    const values = this.point(...this.pinAt).map((degrees) => degrees.toFixed(5));
    this.telling = true;
    this.inputs.forEach((input, number) => {
      if (!input) return;
      input.value = values[number];
      input.dispatchEvent(new Event("change", { bubbles: true }));
    });
    this.telling = false;
    const street = this.nearest();
    this.status.textContent = street ? `${this.box.dataset.wordsNear} ${street}.` : this.box.dataset.wordsMoved;
    this.box.dispatchEvent(new CustomEvent("map:moved", { bubbles: true, detail: { street, values } }));
  }
  follow() {
    // something else wrote the place: "use my location", or a street that was typed
    const [latitude, longitude] = this.inputs.map((input) => Number.parseFloat(input?.value));
    if (this.telling || !Number.isFinite(latitude) || !Number.isFinite(longitude)) return;
    this.putPin(...this.place(latitude, longitude));
    const { size } = this.view;
    this.show(this.pinAt[0] - (WIDTH * size) / 2, this.pinAt[1] - (HEIGHT * size) / 2, size);
  }
  nearest() {
    const [x, y] = this.pinAt;
    let best = [150 / Number(this.box.dataset.scale), ""];
    for (const path of this.svg.querySelectorAll("[data-street]")) {
      const length = path.getTotalLength();
      for (let at = 0; at <= 24; at += 1) {
        const spot = path.getPointAtLength((length * at) / 24);
        const far = Math.hypot(spot.x - x, spot.y - y);
        if (far < best[0]) best = [far, path.dataset.street];
      }
    }
    return best[1];
  }
}

function start(root) {
  for (const box of root.querySelectorAll("[data-street-map]:not([data-started])")) new StreetMap(box);
}
start(document);
document.addEventListener("htmx:afterSettle", (event) => start(event.detail.elt.parentElement ?? document));
