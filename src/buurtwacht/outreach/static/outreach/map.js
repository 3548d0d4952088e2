// SPDX-License-Identifier: EUPL-1.2
// The drawing of the neighbourhoods becomes a map that one can move and zoom, after the page has been read.
// Without this script, or when anything fails, the drawing stays as it is: nothing is lost.

const PADDING = [12, 12]; // pixels around what is shown at first
const CLOSE = 1.6; // of one's own neighbourhood, and what lies around it
const RANKS = ["here", "on", "forming", "none"]; // whose label goes first
const NO_GROUP = RANKS.indexOf("none");
const SMALL = 0.7; // of the width of its name: an area smaller than this has it below
const touch = matchMedia("(pointer: coarse)").matches;
const still = matchMedia("(prefers-reduced-motion: reduce)").matches;

async function start(box) {
  const [found] = await Promise.all([fetch(box.dataset.areas), styles(box.dataset.styles), import(box.dataset.leaflet)]);
  if (!found.ok) return;
  const areas = await found.json();
  const L = window.L;
  box.querySelector("svg").remove();
  const map = L.map(box, {
    attributionControl: Boolean(box.dataset.tiles), dragging: !touch, fadeAnimation: false, scrollWheelZoom: false,
    zoomAnimation: !still, zoomControl: false, zoomSnap: 0.25, zoomDelta: 0.75,
  });
  if (box.dataset.tiles) addTiles(L, map, box);
  const { wordsIn, wordsOut } = box.dataset;
  map.addControl(L.control.zoom({ position: "topright", zoomInTitle: wordsIn, zoomOutTitle: wordsOut }));
  const layer = L.geoJSON(areas, {
    style: (area) => ({ className: `bw-area bw-area--${lookOf(area, box)}` }),
    onEachFeature: (area, shape) => area.properties.url && shape.bindPopup(() => popup(area, box), { closeButton: false }),
  }).addTo(map);
  const own = layer.getLayers().find((shape) => lookOf(shape.feature, box) === "here");
  own?.bringToFront();
  show(map, layer, own);
  letFingersScroll(map);
  const labels = areas.features.map((area) => label(L, map, area, lookOf(area, box)));
  const groups = layer.getLayers().filter((shape) => lookOf(shape.feature, box) !== "none");
  const arrange = () => keepApart(map, labels, groups);
  map.on("zoomend moveend resize", arrange);
  arrange();
  box.dataset.started = "yes";
}

function styles(address) {
  return new Promise((resolve, reject) => {
    const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: address });
    link.addEventListener("load", resolve);
    link.addEventListener("error", reject);
    document.head.prepend(link); // before our own sheet, which knows better
  });
}

function addTiles(L, map, box) {
  box.classList.add("bw-map--tiles");
  map.attributionControl.setPrefix(false);
  const thanks = document.createElement("span");
  thanks.textContent = box.dataset.thanks;
  L.tileLayer(box.dataset.tiles, { attribution: thanks.innerHTML, maxZoom: 18 }).addTo(map);
}

const lookOf = (area, box) => (area.id === box.dataset.here ? "here" : area.properties.look);

function show(map, layer, own) {
  const groups = layer.getLayers().filter((shape) => shape.feature.properties.look !== "none");
  const whole = groups.length ? groups.reduce((all, one) => all.extend(one.getBounds()), groups[0].getBounds().pad(0)) : layer.getBounds();
  const wanted = own ? own.getBounds().pad(CLOSE) : whole.pad(0.1);
  map.fitBounds(within(wanted, layer.getBounds()), { padding: PADDING, animate: false });
  map.setMaxBounds(layer.getBounds().pad(1));
  map.setMinZoom(Math.min(map.getZoom(), map.getBoundsZoom(layer.getBounds())) - 1);
}

// The part of some bounds that lies inside others.
function within(bounds, all) {
  const [north, east] = [Math.min(bounds.getNorth(), all.getNorth()), Math.min(bounds.getEast(), all.getEast())];
  const [south, west] = [Math.max(bounds.getSouth(), all.getSouth()), Math.max(bounds.getWest(), all.getWest())];
  return [[south, west], [north, east]];
}

// One finger scrolls the page until somebody has zoomed in; then it moves the map.
function letFingersScroll(map) {
  const first = map.getZoom();
  if (touch) map.on("zoomend", () => map.dragging[map.getZoom() > first ? "enable" : "disable"]());
}

function popup(area, box) {
  const words = document.createElement("div");
  const name = Object.assign(document.createElement("strong"), { textContent: area.properties.name });
  const link = Object.assign(document.createElement("a"), { href: area.properties.url, textContent: box.dataset.wordsMore });
  words.append(name, document.createElement("br"), link);
  return words;
}

function label(L, map, area, look) {
  const words = document.createElement("span");
  const name = Object.assign(document.createElement("b"), { textContent: area.properties.name });
  words.append(name);
  if (area.properties.below) words.append(document.createElement("br"), area.properties.below);
  const tooltip = L.tooltip({ permanent: true, direction: "center", className: `bw-area-label is-${look}` });
  tooltip.setLatLng(area.properties.middle).setContent(words).addTo(map);
  const rank = RANKS.indexOf(look);
  return { element: tooltip.getElement(), rank, area: area.id };
}

// Names that would lie over one another: the more important one stays.
// A name that does not fit in its area stands below it.
function putBelow(element, frame) {
  const small = frame && frame.width < SMALL * element.offsetWidth;
  element.style.marginTop = small ? `${(frame.height + element.offsetHeight) / 2}px` : "";
}

// The name of a place without a group never lies over a group.
function keepApart(map, labels, groups) {
  const edge = map.getContainer().getBoundingClientRect();
  const taken = [...map.getContainer().querySelectorAll(".leaflet-control")].map((one) => one.getBoundingClientRect());
  const frames = new Map(groups.map((shape) => [shape.feature.id, shape.getElement().getBoundingClientRect()]));
  const shapes = [...frames.values()];
  for (const { element, rank, area } of [...labels].sort((one, other) => one.rank - other.rank)) {
    putBelow(element, frames.get(area));
    const box = element.getBoundingClientRect();
    const inside = box.left >= edge.left && box.right <= edge.right;
    const others = rank === NO_GROUP ? [...taken, ...shapes] : taken;
    const free = others.every((other) => box.right < other.left || other.right < box.left || box.bottom < other.top || other.bottom < box.top);
    element.classList.toggle("is-away", !(inside && free));
    if (inside && free) taken.push(box);
  }
}

for (const box of document.querySelectorAll("[data-areas]")) {
  const watch = new IntersectionObserver((seen) => {
    if (!seen.some((one) => one.isIntersecting)) return;
    watch.disconnect();
    start(box).catch(() => {});
  });
  watch.observe(box);
}
