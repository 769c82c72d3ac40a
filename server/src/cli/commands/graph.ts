import { codePointOf } from '../../base/text';
import { soleCheckpoint } from '../../base/cancellation';
import { estimatedWidth } from '../../base/graph-label';
import { sceneOf } from '../../base/graph-scene';
import { svgOf, type Colours } from '../../base/graph-svg';
import { escapeInvisible } from '../../base/message-text';
import { graph as graphOf, type Graph, type GraphEdge, type GraphNode } from '../../features/overviews/graph';
import { JSON_VERSION, jsonText } from '../../features/text/json';
import { openRepository, type RepositoryOptions } from '../environment/repository';
import type { Terminal } from '../environment/terminal';

/** The options of `graph`. */
export interface GraphOptions extends RepositoryOptions {
  readonly format: keyof typeof WRITERS;
  readonly kind?: string;
}

/** Writes what depends on what, as far as the texts say so. Exit code 0. */
export async function graph(options: GraphOptions, terminal: Terminal): Promise<number> {
  const { workspace } = await openRepository([], options, terminal, { check: false });
  const found = await graphOf(workspace, soleCheckpoint());
  terminal.write(WRITERS[options.format](options.kind === undefined ? found : ofKind(found, options.kind)));
  return 0;
}

const WRITERS = { dot, mermaid, json, svg } as const;

function ofKind({ nodes, edges }: Graph, kind: string): Graph {
  const kept = [...nodes.entries()].filter(([, node]) => node.kind === kind);
  const place = new Map(kept.map(([from], to) => [from, to]));
  return {
    nodes: kept.map(([, node]) => node),
    edges: edges.flatMap(({ from, to, ...rest }) => {
      const [a, b] = [place.get(from), place.get(to)];
      return a === undefined || b === undefined ? [] : [{ ...rest, from: a, to: b }];
    }),
  };
}

/** Edges that close a circle, and names that two workspaces define, are red; what is only possible is dashed. */
function dot({ nodes, edges }: Graph): string {
  const lines = [
    ...nodes.map((node, i) => {
      const colour = node.isConflict || node.cycle !== undefined ? ', color=red' : '';
      return `  n${i} [label=${dotText(markedLabel(node))}${colour}];\n`;
    }),
    ...edges.map(edge => `  n${edge.from} -> n${edge.to}${dotStyle(nodes, edge)};\n`),
  ];
  return `digraph registry {\n  rankdir=LR;\n  node [shape=box];\n${lines.join('')}}\n`;
}

function dotStyle(nodes: Graph['nodes'], { from, to, isPossible }: GraphEdge): string {
  if (isPossible) return ' [color=gray, style=dashed]';
  return isInCircle(nodes, from, to) ? ' [color=red]' : '';
}

function dotText(text: string): string {
  return `"${escapeInvisible(text).replace(/["\\]/g, '\\$&')}"`;
}

function mermaid({ nodes, edges }: Graph): string {
  const lines = [
    ...nodes.map((node, i) => `  n${i}["${mermaidText(markedLabel(node))}"]\n`),
    ...edges.map(({ from, to, isPossible }) => `  n${from} ${isPossible ? '-.->' : '-->'} n${to}\n`),
    ...nodes.flatMap((node, i) => (node.isConflict || node.cycle !== undefined ? [`  style n${i} stroke:red\n`] : [])),
  ];
  return `graph LR\n${lines.join('')}`;
}

/** Mermaid knows entities, written with a number sign; everything else that could mean something becomes one. */
function mermaidText(text: string): string {
  return escapeInvisible(text).replace(/[^\w .,:@/-]/gu, character => `#${codePointOf(character)};`);
}

function json({ nodes, edges }: Graph): string {
  return jsonText({
    version: JSON_VERSION,
    nodes: nodes.map(({ kind, name, owners, isConflict, isUndecided, cycle, place }) => {
      const path = place?.fact.file.path ?? null;
      return { kind, name, owners, conflict: isConflict, undecided: isUndecided, cycle: cycle ?? null, path };
    }),
    edges: edges.map(({ from, to, isPossible, met = [] }) => ({ from, to, possible: isPossible, met })),
  });
}

/** The graph as the editor draws it: dependencies stand to the left of the names that need them. */
function svg({ nodes, edges }: Graph): string {
  const named = nodes.map(node => ({ ...node, name: labelOf(node) }));
  return svgOf(sceneOf({ nodes: named, edges }, {}, { measure: estimatedWidth }), ON_WHITE);
}

/** Colours that are told apart on white, also in print. */
const ON_WHITE: Colours = {
  background: '#ffffff',
  text: '#1f2328',
  node: '#f6f8fa',
  border: '#57606a',
  edge: '#8c959f',
  conflict: '#9a6700',
  cycle: '#cf222e',
};

/** The label with a sign for what may not be loaded; the picture has it of its scene. */
function markedLabel(node: GraphNode): string {
  return `${node.isUndecided ? '? ' : ''}${labelOf(node)}`;
}

function labelOf({ name, owners }: GraphNode): string {
  const own = owners.filter(owner => owner !== '');
  return own.length === 0 ? name : `${name} (${own.join(', ')})`;
}

function isInCircle(nodes: readonly GraphNode[], from: number, to: number): boolean {
  const cycle = nodes[from]?.cycle;
  return cycle !== undefined && cycle === nodes[to]?.cycle;
}
