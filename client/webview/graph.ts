import { coloursOf } from './graph-colours';
import { detailsOf, matches, matchList, nodeOf, spokenSummary, type Listing } from './graph-details';
import { draw } from './graph-draw';
import { drawMap, mapSize } from './graph-map';
import { centredOn, openingView, showsAll, viewOfAll, zoomed, type Size, type View } from './graph-view';
import { FONT_SIZE } from '../../server/src/base/graph-label';
import { mostConnected, sceneOf, type Scene, type SceneNode, type Surface } from '../../server/src/base/graph-scene';
import { svgOf } from '../../server/src/base/graph-svg';
import type { Graph } from '../../server/src/protocol';
import { byId, fill, listen, make, present, vscode } from './page';

/** What a person has chosen; kept while the page is hidden. The selected node by name, since numbers change. */
interface State {
  readonly selected?: string;
  readonly typed?: string;
  readonly owner?: string;
  readonly kind?: string;
  readonly near?: boolean;
  readonly steps?: string;
  readonly cycles?: boolean;
  readonly conflicts?: boolean;
  readonly view?: View;
}

const STEP = 1.25;
/** A canvas wider than this is none in some browsers. */
const WIDEST = 8000;
/** The choice of everything in a list; no owner and no kind is called so. */
const ALL = '*';

const canvas = byId('picture') as HTMLCanvasElement;
const map = byId('map') as HTMLCanvasElement;
const search = byId('search') as HTMLInputElement;
const owner = byId('owner') as HTMLSelectElement;
const kind = byId('kind') as HTMLSelectElement;
const near = byId('near') as HTMLInputElement;
const distance = byId('distance') as HTMLSelectElement;
const cycles = byId('cycles') as HTMLInputElement;
const conflicts = byId('conflicts') as HTMLInputElement;
/** There is no picture of nothing. */
const savers = ['svg', 'png'].map(id => byId(id) as HTMLButtonElement);

let graph: Graph = { nodes: [], edges: [], places: [] };
let texts: Readonly<Record<string, string>> = {};
let scene: Scene = sceneOf(graph, {}, surface());
let view: View = { x: 0, y: 0, scale: 1 };
/** A node of the graph. */
let selected: number | undefined;
/** Nodes of the graph that the search has found. */
let found: readonly number[] = [];
let isDrawing = false;

listen<Graph>(message => {
  const isFirst = graph.nodes.length === 0;
  const state = isFirst ? ((vscode.getState() ?? {}) as State) : stateNow();
  ({ data: graph, texts } = message);
  fillChoices(state);
  if (isFirst) restore(state);
  const index = graph.focus ?? graph.nodes.findIndex(({ name }) => name === state.selected);
  selected = index < 0 ? undefined : index;
  byId('empty').textContent = fill(graph.nodes.length === 0 ? texts['nothing'] : texts['nothingSo']);
  showMatches();
  rebuild();
  if (graph.focus !== undefined) showFocus(graph.focus);
  else if (isFirst && state.view !== undefined) view = state.view;
  else if (isFirst) open();
  showDetails();
});

function stateNow(): State {
  return {
    ...(selected === undefined ? {} : { selected: nodeOf(graph, selected).name }),
    typed: search.value,
    owner: owner.value,
    kind: kind.value,
    near: near.checked,
    steps: distance.value,
    cycles: cycles.checked,
    conflicts: conflicts.checked,
    view,
  };
}

function restore(state: State): void {
  search.value = state.typed ?? '';
  near.checked = state.near ?? false;
  distance.value = state.steps ?? '1';
  cycles.checked = state.cycles ?? false;
  conflicts.checked = state.conflicts ?? false;
}

/** Who defines something here, and what kinds there are. A choice among one is none, and there is no box for what nothing is. */
function fillChoices(state: State): void {
  const owners = new Set(graph.nodes.flatMap(each => each.owners));
  const kinds = new Set(graph.nodes.map(each => each.kind));
  choices(owner, [...owners].sort(), state.owner, name => (name === '' ? (texts['core'] ?? '') : name));
  choices(kind, [...kinds].sort(), state.kind, name => name);
  hideBox(cycles, !graph.nodes.some(({ cycle }) => cycle !== undefined));
  hideBox(conflicts, !graph.nodes.some(({ isConflict }) => isConflict));
}

function choices(
  list: HTMLSelectElement,
  values: readonly string[],
  chosen: string | undefined,
  labelOf: (value: string) => string,
): void {
  const options = values.map(value => make('option', { value }, labelOf(value)));
  list.replaceChildren(make('option', { value: ALL }, texts['all'] ?? ''), ...options);
  list.value = chosen !== undefined && values.includes(chosen) ? chosen : ALL;
  byId(`${list.id}-label`).hidden = values.length < 2;
}

function hideBox(box: HTMLInputElement, isHidden: boolean): void {
  if (isHidden) box.checked = false;
  byId(`${box.id}-label`).hidden = isHidden;
}

function chosenIn(list: HTMLSelectElement): string | undefined {
  return list.value === ALL || list.value === '' ? undefined : list.value;
}

/** Another part of the graph is on show, or other data. */
function rebuild(): void {
  near.disabled = distance.disabled = selected === undefined;
  const around =
    near.checked && selected !== undefined ? { around: { node: selected, steps: Number(distance.value) } } : {};
  const shown = {
    owner: ownerShown(),
    kind: chosenIn(kind),
    onlyCycles: cycles.checked,
    onlyConflicts: conflicts.checked,
  };
  scene = sceneOf(graph, { ...around, ...shown }, surface());
  for (const button of savers) button.disabled = scene.nodes.length === 0;
  byId('empty').hidden = scene.nodes.length > 0;
  const [all, some] = [graph.nodes.length, scene.nodes.length];
  byId('summary').textContent =
    all === some ? fill(texts['summary'], all, graph.edges.length) : fill(texts['summaryOfPart'], some, all);
  redraw();
}

/** Core has an empty name, which an empty list has as well. */
function ownerShown(): string | undefined {
  return owner.selectedIndex <= 0 ? undefined : owner.value;
}

function surface(): Surface {
  const { width, height } = size();
  const context = contextOf(document.createElement('canvas'));
  context.font = `${FONT_SIZE}px ${coloursOf(document.body).font}`;
  return { measure: line => context.measureText(line).width, ...(height > 0 && { aspect: width / height }) };
}

function size(): Size {
  return { width: canvas.clientWidth, height: canvas.clientHeight };
}

function redraw(): void {
  if (isDrawing) return;
  isDrawing = true;
  requestAnimationFrame(() => {
    isDrawing = false;
    const colours = coloursOf(document.body);
    const at = selected === undefined ? -1 : placeOf(selected);
    const chosen = at < 0 ? undefined : at;
    const isFound = new Set(found.map(placeOf));
    const [whole, ratio] = [size(), devicePixelRatio];
    draw(sized(canvas, whole, ratio), scene, { view, canvas: whole, colours, selected: chosen, found: isFound });
    map.hidden = scene.nodes.length === 0 || showsAll(view, scene.layout, whole);
    if (map.hidden) return;
    const small = mapSize(scene.layout, whole);
    map.style.width = `${small.width}px`;
    map.style.height = `${small.height}px`;
    drawMap(sized(map, small, ratio), scene.layout, { view, canvas: whole, map: small, colours, selected: chosen });
  });
}

/** A canvas with as many dots as the screen has for it, to be drawn on in pixels of the page. */
function sized(element: HTMLCanvasElement, { width, height }: Size, ratio: number): CanvasRenderingContext2D {
  element.width = width * ratio;
  element.height = height * ratio;
  const context = contextOf(element);
  context.scale(ratio, ratio);
  return context;
}

function show(next: View): void {
  view = next;
  vscode.setState(stateNow());
  redraw();
}

/** The first sight of what is on show: around the selected one, else the one that most others are joined with. */
function open(): void {
  if (selected === undefined || placeOf(selected) < 0) {
    const nodes = scene.nodes.map(({ index }) => nodeOf(graph, index));
    const best = mostConnected({ nodes, edges: scene.edges });
    selected = best === undefined ? undefined : scene.nodes[best]?.index;
  }
  const at = selected === undefined ? -1 : placeOf(selected);
  const joined = scene.edges.flatMap(({ from, to }) => (from === at ? [to] : to === at ? [from] : []));
  near.disabled = distance.disabled = selected === undefined;
  show(openingView(scene.layout, size(), at < 0 ? [] : [at, ...joined]));
  showDetails();
}

/** The node that the server was asked about is shown, even if it was left out until now. */
function showFocus(node: number): void {
  if (placeOf(node) < 0) {
    [owner.value, kind.value] = [ALL, ALL];
    near.checked = cycles.checked = conflicts.checked = false;
    rebuild();
  }
  open();
}

function zoom(factor: number, x = canvas.clientWidth / 2, y = canvas.clientHeight / 2): void {
  show(zoomed(view, factor, x, y));
}

function fit(): void {
  show(viewOfAll(scene.layout, size()));
}

/** Selects a node and brings it into view, in another neighbourhood if only that of the selected one is on show. */
function select(node: number, mayMove = true): void {
  choose(node);
  if (near.checked) open();
  const at = placeOf(node);
  if (mayMove && !near.checked && at >= 0) show(centredOn(at, view, scene.layout, size()));
  byId('spoken').textContent = spokenSummary(node, listing());
}

/** Selects a node, or none. */
function choose(node: number | undefined): void {
  selected = node;
  near.disabled = distance.disabled = node === undefined;
  if (node === undefined) near.checked = false;
  rebuild();
  show(view);
  showDetails();
}

function listing(): Listing {
  return { graph, texts, select };
}

function showMatches(): void {
  found = matches(graph, search.value);
  byId('matches').replaceChildren(...matchList(found, listing()));
  byId('count').textContent = search.value.trim() === '' ? '' : fill(texts['found'], found.length);
  redraw();
}

function showDetails(): void {
  byId('details').replaceChildren(...(selected === undefined ? [] : detailsOf(selected, listing())));
}

function openSelected(): void {
  const at = selected === undefined ? undefined : nodeOf(graph, selected).at;
  if (at !== undefined) vscode.postMessage({ kind: 'open', at });
}

/** The node of the scene under a point of the canvas. */
function nodeAt(offsetX: number, offsetY: number): SceneNode | undefined {
  const [px, py] = [view.x + offsetX / view.scale, view.y + offsetY / view.scale];
  const { x, y, boxes } = scene.layout;
  return scene.nodes.find((_, i) => {
    const { width, height } = present(boxes[i], 'the box of a node');
    return px >= x[i]! && px <= x[i]! + width && py >= y[i]! && py <= y[i]! + height;
  });
}

/** Where a node of the graph is in the scene; -1 if it is not shown. */
function placeOf(node: number): number {
  return scene.nodes.findIndex(({ index }) => index === node);
}

/** The nearest node in the direction of an arrow key; from nowhere, the one nearest to the middle. */
function neighbour(dx: number, dy: number): number | undefined {
  const from = selected === undefined ? -1 : placeOf(selected);
  const { x, y } = scene.layout;
  const startX = from < 0 ? view.x + canvas.clientWidth / view.scale / 2 : x[from]!;
  const startY = from < 0 ? view.y + canvas.clientHeight / view.scale / 2 : y[from]!;
  let best: number | undefined;
  let least = Infinity;
  scene.nodes.forEach(({ index }, i) => {
    const [ax, ay] = [x[i]! - startX, y[i]! - startY];
    if (i === from || (from >= 0 && ax * dx + ay * dy <= 0)) return;
    // What is straight ahead is nearer than what is aside.
    const distance = Math.abs(ax) * (dx === 0 ? 3 : 1) + Math.abs(ay) * (dy === 0 ? 3 : 1);
    if (distance < least) [least, best] = [distance, index];
  });
  return best;
}

/** The whole name, and who defines it. */
function titleOf(node: SceneNode | undefined): string {
  if (node === undefined) return '';
  const { name, kind, owners } = nodeOf(graph, node.index);
  return [name, kind, ...owners.map(each => (each === '' ? (texts['core'] ?? '') : each))].join(' · ');
}

const KEYS: Readonly<Record<string, () => void>> = {
  ArrowLeft: () => move(-1, 0),
  ArrowRight: () => move(1, 0),
  ArrowUp: () => move(0, -1),
  ArrowDown: () => move(0, 1),
  Enter: openSelected,
  '+': () => zoom(STEP),
  '=': () => zoom(STEP),
  '-': () => zoom(1 / STEP),
  '0': fit,
  '/': () => search.focus(),
  Escape: () => choose(undefined),
};

function move(dx: number, dy: number): void {
  const node = neighbour(dx, dy);
  if (node !== undefined) select(node);
}

canvas.addEventListener('keydown', event => {
  const run = event.ctrlKey || event.metaKey || event.altKey ? undefined : KEYS[event.key];
  if (run === undefined) return;
  event.preventDefault();
  run();
});

/** In the map, the mouse says where the middle of the view is to be. */
function followMap({ offsetX, offsetY, buttons }: PointerEvent): void {
  if (buttons === 0) return;
  const { width, height } = size();
  const { scale } = mapSize(scene.layout, { width, height });
  show({ ...view, x: offsetX / scale - width / view.scale / 2, y: offsetY / scale - height / view.scale / 2 });
}
map.addEventListener('pointerdown', event => {
  map.setPointerCapture(event.pointerId);
  followMap(event);
});
map.addEventListener('pointermove', followMap);

let drag: { readonly x: number; readonly y: number; readonly view: View; moved: boolean } | undefined;
canvas.addEventListener('pointerdown', ({ offsetX, offsetY, pointerId }) => {
  canvas.setPointerCapture(pointerId);
  drag = { x: offsetX, y: offsetY, view, moved: false };
});
canvas.addEventListener('pointermove', ({ offsetX, offsetY }) => {
  if (drag === undefined) {
    canvas.title = titleOf(nodeAt(offsetX, offsetY));
    return;
  }
  const [dx, dy] = [offsetX - drag.x, offsetY - drag.y];
  drag.moved ||= Math.abs(dx) + Math.abs(dy) > 3;
  show({ ...drag.view, x: drag.view.x - dx / view.scale, y: drag.view.y - dy / view.scale });
});
canvas.addEventListener('pointerup', ({ offsetX, offsetY }) => {
  const node = drag?.moved === false ? nodeAt(offsetX, offsetY) : undefined;
  drag = undefined;
  if (node !== undefined) select(node.index, false);
});
canvas.addEventListener('dblclick', openSelected);
canvas.addEventListener(
  'wheel',
  event => {
    event.preventDefault();
    zoom(Math.exp(-event.deltaY / 400), event.offsetX, event.offsetY);
  },
  { passive: false },
);

search.addEventListener('input', () => {
  vscode.setState(stateNow());
  showMatches();
});
search.addEventListener('keydown', ({ key }) => {
  const [first] = matches(graph, search.value);
  if (key === 'Enter' && first !== undefined) select(first);
});
for (const choice of [owner, kind, near, distance, cycles, conflicts])
  choice.addEventListener('change', () => {
    rebuild();
    open();
  });
byId('fit').addEventListener('click', fit);
byId('larger').addEventListener('click', () => zoom(STEP));
byId('smaller').addEventListener('click', () => zoom(1 / STEP));
byId('svg').addEventListener('click', () => {
  vscode.postMessage({ kind: 'save', type: 'svg', content: svgOf(scene, coloursOf(document.body)) });
});
byId('png').addEventListener('click', () => {
  vscode.postMessage({ kind: 'save', type: 'png', content: pngOf() });
});

function contextOf(element: HTMLCanvasElement): CanvasRenderingContext2D {
  return present(element.getContext('2d'), 'a drawing context');
}

/** The whole scene as base64, as large as a canvas may be, at most twice life size. */
function pngOf(): string {
  const { width, height } = scene.layout;
  const scale = Math.min(2, WIDEST / width, WIDEST / height);
  const picture = document.createElement('canvas');
  picture.width = Math.ceil(width * scale);
  picture.height = Math.ceil(height * scale);
  draw(contextOf(picture), scene, {
    view: { x: 0, y: 0, scale },
    canvas: picture,
    colours: coloursOf(document.body),
    selected: undefined,
    found: new Set(),
  });
  return picture.toDataURL('image/png').slice('data:image/png;base64,'.length);
}

// Another theme, or another size.
new MutationObserver(redraw).observe(document.body, { attributes: true, attributeFilter: ['class'] });
new ResizeObserver(redraw).observe(canvas);
