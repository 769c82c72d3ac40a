import type { Graph } from '../../server/src/protocol';
import { coloursOf } from './graph-colours';
import { detailsOf, matches, matchList, nodeOf, spokenSummary, type Listing } from './graph-details';
import { draw, type View } from './graph-draw';
import { NODE_HEIGHT, NODE_WIDTH } from '../../server/src/base/graph-layout';
import { sceneOf, type Scene, type SceneNode } from '../../server/src/base/graph-scene';
import { svgOf } from '../../server/src/base/graph-svg';
import { byId, fill, listen, present, vscode } from './page';

/** What a person has chosen; kept while the page is hidden. The selected node by name, since numbers change. */
interface State {
  readonly selected?: string;
  readonly typed?: string;
  readonly near?: boolean;
  readonly steps?: string;
  readonly cycles?: boolean;
  readonly conflicts?: boolean;
}

const SMALLEST = 0.02;
const LARGEST = 3;
const STEP = 1.25;
/** A canvas wider than this is none in some browsers. */
const WIDEST = 8000;

const canvas = byId('picture') as HTMLCanvasElement;
const search = byId('search') as HTMLInputElement;
const near = byId('near') as HTMLInputElement;
const distance = byId('distance') as HTMLSelectElement;
const cycles = byId('cycles') as HTMLInputElement;
const conflicts = byId('conflicts') as HTMLInputElement;
/** There is no picture of nothing. */
const savers = ['svg', 'png'].map(id => byId(id) as HTMLButtonElement);

let graph: Graph = { nodes: [], edges: [], places: [] };
let texts: Readonly<Record<string, string>> = {};
let scene: Scene = sceneOf(graph, { onlyCycles: false, onlyConflicts: false });
let view: View = { x: 0, y: 0, scale: 1 };
/** A node of the graph. */
let selected: number | undefined;
let isDrawing = false;

listen<Graph>(message => {
  const isFirst = graph.nodes.length === 0;
  const state = isFirst ? ((vscode.getState() ?? {}) as State) : stateNow();
  ({ data: graph, texts } = message);
  if (isFirst) restore(state);
  const index = graph.nodes.findIndex(({ name }) => name === state.selected);
  selected = index < 0 ? undefined : index;
  byId('empty').hidden = graph.nodes.length > 0;
  byId('summary').textContent = fill(texts['summary'], graph.nodes.length, graph.edges.length);
  rebuild(isFirst);
  showMatches();
  showDetails();
});

function stateNow(): State {
  return {
    ...(selected === undefined ? {} : { selected: nodeOf(graph, selected).name }),
    typed: search.value,
    near: near.checked,
    steps: distance.value,
    cycles: cycles.checked,
    conflicts: conflicts.checked,
  };
}

function restore(state: State): void {
  search.value = state.typed ?? '';
  near.checked = state.near ?? false;
  distance.value = state.steps ?? '1';
  cycles.checked = state.cycles ?? false;
  conflicts.checked = state.conflicts ?? false;
}

/** Another part of the graph is on show. */
function rebuild(mayFit: boolean): void {
  near.disabled = selected === undefined;
  const around =
    near.checked && selected !== undefined ? { around: { node: selected, steps: Number(distance.value) } } : {};
  const before = scene;
  scene = sceneOf(graph, { ...around, onlyCycles: cycles.checked, onlyConflicts: conflicts.checked });
  for (const button of savers) button.disabled = scene.nodes.length === 0;
  if (mayFit || before.nodes.length !== scene.nodes.length) fit();
  redraw();
}

function redraw(): void {
  if (isDrawing) return;
  isDrawing = true;
  requestAnimationFrame(() => {
    isDrawing = false;
    const { clientWidth: width, clientHeight: height } = canvas;
    const ratio = devicePixelRatio;
    canvas.width = width * ratio;
    canvas.height = height * ratio;
    const context = contextOf(canvas);
    context.scale(ratio, ratio);
    const at = selected === undefined ? -1 : placeOf(selected);
    const colours = coloursOf(document.body);
    draw(context, scene, { view, width, height, colours, selected: at < 0 ? undefined : at });
  });
}

/** Shows everything, but nothing larger than life. */
function fit(): void {
  const { width, height } = scene.layout;
  const scale = bounded(Math.min(canvas.clientWidth / width, canvas.clientHeight / height, 1));
  view = {
    scale,
    x: (width - canvas.clientWidth / scale) / 2,
    y: (height - canvas.clientHeight / scale) / 2,
  };
  redraw();
}

function bounded(scale: number): number {
  return Math.min(LARGEST, Math.max(SMALLEST, scale));
}

/** `x` and `y` are pixels of the canvas that stay where they are. */
function zoom(factor: number, x = canvas.clientWidth / 2, y = canvas.clientHeight / 2): void {
  const scale = bounded(view.scale * factor);
  view = { scale, x: view.x + x / view.scale - x / scale, y: view.y + y / view.scale - y / scale };
  redraw();
}

/** Brings a node of the scene into the middle, large enough to be read. */
function centre(at: number): void {
  const scale = Math.max(view.scale, 0.8);
  const { x, y } = scene.layout;
  view = {
    scale,
    x: x[at]! + NODE_WIDTH / 2 - canvas.clientWidth / scale / 2,
    y: y[at]! + NODE_HEIGHT / 2 - canvas.clientHeight / scale / 2,
  };
  redraw();
}

function select(node: number, mayMove = true): void {
  selected = node;
  vscode.setState(stateNow());
  rebuild(false);
  const at = placeOf(node);
  if (mayMove && at >= 0) centre(at);
  showDetails();
  byId('spoken').textContent = spokenSummary(node, listing());
}

function listing(): Listing {
  return { graph, texts, select };
}

function showMatches(): void {
  const found = matches(graph, search.value);
  byId('matches').replaceChildren(...matchList(found, listing()));
  byId('count').textContent = search.value.trim() === '' ? '' : fill(texts['found'], found.length);
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
  const { x, y } = scene.layout;
  return scene.nodes.find(
    (_, i) => px >= x[i]! && px <= x[i]! + NODE_WIDTH && py >= y[i]! && py <= y[i]! + NODE_HEIGHT,
  );
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

let drag: { readonly x: number; readonly y: number; readonly view: View; moved: boolean } | undefined;
canvas.addEventListener('pointerdown', ({ offsetX, offsetY, pointerId }) => {
  canvas.setPointerCapture(pointerId);
  drag = { x: offsetX, y: offsetY, view, moved: false };
});
canvas.addEventListener('pointermove', ({ offsetX, offsetY }) => {
  if (drag === undefined) {
    canvas.title = nodeAt(offsetX, offsetY)?.label ?? '';
    return;
  }
  const [dx, dy] = [offsetX - drag.x, offsetY - drag.y];
  drag.moved ||= Math.abs(dx) + Math.abs(dy) > 3;
  view = { ...drag.view, x: drag.view.x - dx / view.scale, y: drag.view.y - dy / view.scale };
  redraw();
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
for (const choice of [near, distance, cycles, conflicts])
  choice.addEventListener('change', () => {
    vscode.setState(stateNow());
    rebuild(true);
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
    width: picture.width,
    height: picture.height,
    colours: coloursOf(document.body),
    selected: undefined,
  });
  return picture.toDataURL('image/png').slice('data:image/png;base64,'.length);
}

// Another theme, or another size.
new MutationObserver(redraw).observe(document.body, { attributes: true, attributeFilter: ['class'] });
new ResizeObserver(redraw).observe(canvas);
