import type { Graph } from '../../server/src/protocol';
import { fill, link, make, placeLink, present, vscode } from './page';

/** More rows than this help nobody; the rest is counted. */
const MAX_ROWS = 100;

/** What a list of nodes needs to know. */
export interface Listing {
  readonly graph: Graph;
  readonly texts: Readonly<Record<string, string>>;
  readonly select: (node: number) => void;
}

/** The nodes whose names hold what was typed, the best first. */
export function matches({ nodes }: Graph, typed: string): number[] {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return [];
  const rank = (name: string): number => (name === wanted ? 0 : name.startsWith(wanted) ? 1 : 2);
  return nodes
    .map(({ name }, index) => ({ name: name.toLowerCase(), index }))
    .filter(({ name }) => name.includes(wanted))
    .sort((a, b) => rank(a.name) - rank(b.name) || a.index - b.index)
    .map(({ index }) => index);
}

/** The node with an index. The page has its indices from the graph itself, so there is one. */
export function nodeOf({ nodes }: Graph, index: number): Graph['nodes'][number] {
  return present(nodes[index], 'a node of the graph');
}

/** The rows of a list of nodes. Those beyond `MAX_ROWS` are counted in a last row. */
export function matchList(found: readonly number[], listing: Listing): Node[] {
  const rows = found.slice(0, MAX_ROWS).map(index => make('li', {}, nodeLink(index, listing)));
  return [...rows, ...omittedRow(found.length, listing)];
}

/** Everything about one node in words, so that nothing is to be had from the picture only. */
export function detailsOf(index: number, listing: Listing): Node[] {
  const { graph, texts } = listing;
  const { name, kind, owners, isConflict, isUndecided, cycle, at, explain } = nodeOf(graph, index);
  const ask = link(texts['explain'] ?? '', fill(texts['explainOf'], name), () =>
    vscode.postMessage({ kind: 'explain', name, uri: explain.uri ?? '' }),
  );
  const facts = [
    kind,
    ...owners.map(owner => (owner === '' ? (texts['core'] ?? '') : owner)),
    ...(isConflict ? [`! ${texts['inConflict'] ?? ''}`] : []),
    ...(isUndecided ? [`? ${texts['undecided'] ?? ''}`] : []),
    ...(cycle === undefined ? [] : [`↻ ${texts['inCycle'] ?? ''}`]),
  ];
  return [
    make('h2', {}, name),
    make('p', {}, facts.join(' · ')),
    make('p', { class: 'actions' }, placeLink(texts['open'] ?? '', fill(texts['openOf'], name), at), ' ', ask),
    ...neighbourList(listing, 'needs', edgesOf(graph, index, 'from', false)),
    ...neighbourList(listing, 'neededBy', edgesOf(graph, index, 'to', false)),
    ...neighbourList(listing, 'possibleSources', edgesOf(graph, index, 'from', true)),
    ...neighbourList(listing, 'possibleSourceOf', edgesOf(graph, index, 'to', true)),
  ];
}

/** One sentence for a screen reader. */
export function spokenSummary(index: number, { graph, texts }: Listing): string {
  const { name, isConflict, isUndecided, cycle } = nodeOf(graph, index);
  const count = (end: 'from' | 'to', isPossible: boolean): number => edgesOf(graph, index, end, isPossible).length;
  const possible = [count('from', true), count('to', true)];
  return [
    fill(texts['spoken'], name, count('from', false), count('to', false)),
    ...(possible.some(each => each > 0) ? [fill(texts['spokenPossible'], ...possible)] : []),
    ...(isConflict ? [texts['inConflict']] : []),
    ...(isUndecided ? [texts['undecided']] : []),
    ...(cycle === undefined ? [] : [texts['inCycle']]),
  ].join(', ');
}

interface Neighbour {
  readonly node: number;
  /** Where it is said. */
  readonly at: number | undefined;
  /** What of one meets what the other needs. */
  readonly met: readonly string[];
}

function edgesOf({ edges }: Graph, index: number, end: 'from' | 'to', isPossible: boolean): Neighbour[] {
  const other = end === 'from' ? 'to' : 'from';
  return edges
    .filter(edge => edge[end] === index && edge.isPossible === isPossible)
    .map(edge => ({ node: edge[other], at: edge.at, met: edge.met ?? [] }));
}

function neighbourList(listing: Listing, title: string, found: readonly Neighbour[]): Node[] {
  const { graph, texts } = listing;
  if (found.length === 0) return [];
  const rows = found.slice(0, MAX_ROWS).map(({ node, at, met }) => {
    const where = placeLink(texts['stated'] ?? '', fill(texts['statedOf'], nodeOf(graph, node).name), at);
    return make(
      'li',
      {},
      nodeLink(node, listing),
      ' ',
      make('small', {}, where, met.length === 0 ? '' : ` ${met.join(', ')}`),
    );
  });
  const heading = make('h3', {}, fill(texts[title], found.length));
  return [heading, make('ul', {}, ...rows, ...omittedRow(found.length, listing))];
}

function nodeLink(index: number, { graph, select }: Listing): HTMLButtonElement {
  const { name } = nodeOf(graph, index);
  return link(name, name, () => select(index));
}

function omittedRow(count: number, { texts }: Listing): Node[] {
  return count <= MAX_ROWS ? [] : [make('li', {}, fill(texts['more'], count - MAX_ROWS))];
}
