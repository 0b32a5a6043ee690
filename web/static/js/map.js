// Draws the map beside the results: pins with the numbers of the cards, on our own outlines. The list is whole without it.

const MILE_M = 1609.344;
const RINGS_MILES = [0.5, 1, 2];
const RING_WITH_ROOM = 30;
const CLOSEST = 16;
const WIDEST = 8;
const LINE = {interactive: false, weight: 1, color: '#8a9a92', fill: false};
const NAME_BOX = [96, 34];

let drawn = null;

const cards = () => [...document.querySelectorAll('[data-number][data-lat]')];
const spotOf = element => [Number(element.dataset.lat), Number(element.dataset.lon)];
const nameOf = card => card.querySelector('h2, h3, h4').textContent.trim();
const isCalm = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

// The map is made when it comes in sight: on a phone, where it takes turns with the list, few ever ask for it.
function draw() {
  const part = document.getElementById('map-part');
  if (!part || part.dataset.drawn) return;
  part.dataset.drawn = 'yes';
  const beside = part.parentElement;
  beside.classList.add('sp-cols--map', 'has-map');
  part.hidden = false;
  const toggle = addToggle(part);
  new IntersectionObserver(async (seen, sight) => {
    if (!seen.some(each => each.isIntersecting)) return;
    sight.disconnect();
    const {L} = await import(part.dataset.script).catch(() => ({}));
    if (!part.isConnected) return;
    if (L) {
      drawn = makeMap(L, part);
      return;
    }
    // It could not be fetched: the list stands alone, as it does without JavaScript.
    part.hidden = true;
    beside.classList.remove('sp-cols--map', 'has-map', 'is-map');
    toggle.remove();
  }).observe(part);
}

// On a phone the list and the map take turns.
function addToggle(part) {
  const group = document.createElement('div');
  group.className = 'sp-listmap';
  group.setAttribute('role', 'group');
  group.setAttribute('aria-label', part.dataset.showAs);
  const buttons = [part.dataset.asList, part.dataset.asMap].map((word, at) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = word;
    button.addEventListener('click', () => turn(at === 1));
    return button;
  });
  function turn(isMap) {
    part.parentElement.classList.toggle('is-map', isMap);
    buttons.forEach((button, at) => button.setAttribute('aria-pressed', String((at === 1) === isMap)));
    drawn?.invalidateSize();
    if (isMap && part.fit) part.fit();
  }
  turn(false);
  part.toList = () => turn(false);
  group.append(...buttons);
  part.parentElement.prepend(group);
  return group;
}

function makeMap(L, part) {
  const map = new L.Map(part.querySelector('#map'), {
    maxZoom: CLOSEST, minZoom: 5, zoomSnap: 0.5, scrollWheelZoom: false, zoomAnimation: !isCalm(), fadeAnimation: false,
    markerZoomAnimation: !isCalm(),
  });
  map.attributionControl.setPrefix(false);
  map.attributionControl.addAttribution(part.dataset.attribution);
  const {tiles, tilesAttribution} = part.dataset;
  const reach = cards().map(spotOf);
  if (part.dataset.lat) reach.push(...around(spotOf(part), MILE_M));
  const box = new L.LatLngBounds(reach);
  part.fit = () => map.fitBounds(box.pad(0.08), {maxZoom: 15, animate: false});
  // A view comes before anything that asks where it is.
  part.fit();
  if (tiles) new L.TileLayer(tiles, {attribution: tilesAttribution, maxZoom: CLOSEST}).addTo(map);
  const names = new L.LayerGroup().addTo(map);
  addPins(L, map, part);
  if (part.dataset.lat) addMiddle(L, map, part);
  if (!tiles) addOutlines(L, map, part, names);
  return map;
}

// The corners of the square that holds a circle.
function around([latitude, longitude], metres) {
  const up = metres / 111_195;
  const across = up / Math.cos(latitude * Math.PI / 180);
  return [[latitude - up, longitude - across], [latitude + up, longitude + across]];
}

function addMiddle(L, map, part) {
  const middle = spotOf(part);
  const ringWords = part.dataset.rings.split('|');
  for (const [at, miles] of RINGS_MILES.entries()) {
    const radius = miles * MILE_M;
    new L.Circle(middle, {radius, interactive: false, weight: 1.5, color: '#0a4f7d', fill: false, dashArray: miles < 2 ? '4 5' : null}).addTo(map);
    const [foot] = around(middle, radius * 0.98);
    if (map.latLngToContainerPoint([foot[0], middle[1]]).y - map.latLngToContainerPoint(middle).y > RING_WITH_ROOM) {
      still(L, [foot[0], middle[1]], 'sp-ring', ringWords[at], [60, 16]).addTo(map);
    }
  }
  const about = Number(part.dataset.about);
  if (about) new L.Circle(middle, {radius: about, interactive: false, stroke: false, fillColor: '#0a4f7d', fillOpacity: 0.08}).addTo(map);
  still(L, middle, 'sp-mk sp-mk--me', '', [18, 18]).addTo(map);
}

// A mark that nobody can press, and that is told nowhere: the list says the same.
function still(L, spot, className, words, iconSize) {
  const element = document.createElement('span');
  element.textContent = words;
  element.setAttribute('aria-hidden', 'true');
  return new L.Marker(spot, {
    icon: new L.DivIcon({className, html: element, iconSize}), interactive: false, keyboard: false, zIndexOffset: -1000,
  });
}

function addPins(L, map, part) {
  const pins = new L.MarkerClusterGroup({
    maxClusterRadius: 48, showCoverageOnHover: false, animate: !isCalm(), spiderLegPolylineOptions: {...LINE, color: '#12433d'},
    iconCreateFunction: cluster => pinIcon(L, 'many', inWords(numbersIn(cluster)), [cluster.getChildCount() > 2 ? 44 : 60, 34]),
  });
  map.on('layeradd', ({layer}) => label(layer, part));
  for (const card of cards()) {
    const {number, trust, about} = card.dataset;
    const pin = new L.Marker(spotOf(card), {icon: pinIcon(L, about ? `${trust} sp-mk--about` : trust, number, [34, 34]), riseOnHover: true});
    pin.card = card;
    pin.on('click', () => goTo(card, part));
    if (about) {
      new L.Circle(spotOf(card), {radius: Number(about), interactive: false, weight: 2, dashArray: '5 5', color: '#46525a', fillOpacity: 0.06}).addTo(map);
    }
    for (const [event, isHot] of [['mouseenter', true], ['focusin', true], ['mouseleave', false], ['focusout', false]]) {
      card.addEventListener(event, () => pins.getVisibleParent(pin)?.getElement()?.classList.toggle('is-hot', isHot));
    }
    pins.addLayer(pin);
  }
  map.addLayer(pins);
}

const pinIcon = (L, kinds, words, iconSize) => new L.DivIcon({className: `sp-mk sp-mk--${kinds}`, html: words, iconSize});

const numbersIn = cluster => cluster.getAllChildMarkers().map(pin => Number(pin.card.dataset.number)).sort((one, other) => one - other);
const inWords = numbers => (numbers.length > 2 ? `${numbers.length}×` : numbers.join(', '));

function label(layer, part) {
  const element = layer.getElement?.();
  if (!element || element.hasAttribute('aria-label') || element.getAttribute('role') !== 'button') return;
  if (layer.getAllChildMarkers) {
    const inside = numbersIn(layer);
    const words = part.dataset.together.split('|')[inside.length - 2];
    element.setAttribute('aria-label', words.replace('{numbers}', inside.join(', ')));
    onKey(element, () => layer.fire('clusterclick', {layer}, true));
  } else if (layer.card) {
    const {number, about} = layer.card.dataset;
    const trust = layer.card.querySelector('.badge, .sp-badge')?.textContent.trim();
    const words = [`${number}: ${nameOf(layer.card)}`, about && part.dataset.aboutHere, trust].filter(Boolean).join(', ');
    element.setAttribute('aria-label', words);
    onKey(element, () => layer.fire('click'));
  }
}

function onKey(element, press) {
  element.addEventListener('keydown', event => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    event.stopPropagation();
    press();
  });
}

function goTo(card, part) {
  part.toList();
  card.scrollIntoView({block: 'center', behavior: isCalm() ? 'auto' : 'smooth'});
  card.querySelector('a').focus({preventScroll: true});
}

async function addOutlines(L, map, part, names) {
  let [lines, asked] = [null, ''];
  async function refresh() {
    const view = map.getBounds().pad(0.2);
    const edges = [view.getWest(), view.getSouth(), view.getEast(), view.getNorth()];
    if (edges[2] - edges[0] > WIDEST || edges[3] - edges[1] > WIDEST) return;
    const box = edges.map((edge, at) => (at < 2 ? Math.floor(edge * 20) / 20 : Math.ceil(edge * 20) / 20).toFixed(2)).join();
    if (box === asked) return;
    asked = box;
    try {
      const answer = await fetch(`${part.dataset.outlines}?bbox=${box}`);
      if (!answer.ok || box !== asked || drawn !== map) return;
      const {features: [outline, ...places]} = await answer.json();
      lines?.remove();
      lines = new L.Polyline(outline.geometry.coordinates.map(line => line.map(([x, y]) => [y, x])), {...LINE, smoothFactor: 0.5});
      lines.addTo(map).bringToBack();
      addNames(L, map, names, places);
    } catch {
      // Without outlines the pins and rings stand alone.
    }
  }
  map.on('moveend', refresh);
  await refresh();
}

// Names keep clear of the pins and of each other; where there is no room, the smaller place goes without.
function addNames(L, map, names, places) {
  names.clearLayers();
  const taken = cards().map(card => [map.latLngToContainerPoint(spotOf(card)), [44, 44]]);
  for (const {geometry: {coordinates: [x, y]}, properties: {name}} of places) {
    const at = map.latLngToContainerPoint([y, x]);
    const isFree = taken.every(([other, box]) =>
      Math.abs(at.x - other.x) > (NAME_BOX[0] + box[0]) / 2 || Math.abs(at.y - other.y) > (NAME_BOX[1] + box[1]) / 2);
    if (!isFree) continue;
    taken.push([at, NAME_BOX]);
    names.addLayer(still(L, [y, x], 'sp-wl', name, NAME_BOX));
  }
}

// Before the page around it changes: htmx copies attributes from one element to the next of the same id, styles too.
function clear() {
  drawn?.remove();
  drawn = null;
  document.getElementById('map-part')?.remove();
}

draw();
for (const name of ['beforeSwap', 'historyCacheMissLoad']) document.addEventListener(`htmx:${name}`, clear);
document.addEventListener('htmx:load', draw);
