// SPDX-License-Identifier: EUPL-1.2
// Tiles of the operator's own server under the drawing, where BUURTWACHT_TILES names one ("/tiles/{z}/{x}/{y}.png").

const TILE = 256;

function tileOf(latitude, longitude, zoom) {
  // Web Mercator (EPSG:3857), the numbering of every tile server
  const n = 2 ** zoom, angle = (latitude * Math.PI) / 180;
  return [((longitude + 180) / 360) * n, ((1 - Math.asinh(Math.tan(angle)) / Math.PI) / 2) * n];
}

export function addTiles(map) {
  const layer = document.createElementNS("http://www.w3.org/2000/svg", "g");
  const scale = Number(map.box.dataset.scale);
  const metres = (zoom) => (40075016.7 * Math.cos((map.centre[0] * Math.PI) / 180)) / 2 ** zoom / TILE;
  const zoom = Math.min(19, Math.max(1, Math.round(Math.log2(metres(0) / scale))));
  const [firstX, firstY] = tileOf(...map.point(-400, -280), zoom).map(Math.floor);
  const [lastX, lastY] = tileOf(...map.point(1200, 840), zoom).map(Math.floor);
  for (let x = firstX; x <= lastX; x += 1)
    for (let y = firstY; y <= lastY; y += 1) {
      const [west, north] = map.place(...corner(x, y, zoom)), [east, south] = map.place(...corner(x + 1, y + 1, zoom));
      const image = document.createElementNS("http://www.w3.org/2000/svg", "image");
      const address = map.box.dataset.tiles.replace("{z}", zoom).replace("{x}", x).replace("{y}", y);
      for (const [key, value] of Object.entries({ href: address, x: west, y: north, width: east - west, height: south - north }))
        image.setAttribute(key, value);
      layer.append(image);
    }
  map.svg.prepend(layer);
}

function corner(x, y, zoom) {
  const n = 2 ** zoom;
  return [(Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / n))) * 180) / Math.PI, (x / n) * 360 - 180];
}
