/**
 * What the engine sees in a file: its tree, its facts with the places of their parts, the keys that each is indexed under, and
 * what is found. For whoever writes a reader or a rule.
 *
 *   npm run dump -- FILE [--tree]
 */
import path from 'node:path';
import { loadWorkspace } from '../server/src/host/disk-files';
import { readText } from '../server/src/host/read-text';
import { rootOf } from '../server/src/host/roots';
import type { Fact, Place } from '../server/src/model/fact';
import { Kind, type PythonTree } from '../server/src/syntax/python/tree';
import type { YamlNode } from '../server/src/syntax/yaml/tree';
import { SYSTEMS } from '../server/src/systems/index';
import { Workspace } from '../server/src/workspace';

/** No more of a text is shown beside a node or a part. In UTF-16 units. */
const LONGEST = 60;

const file = process.argv.slice(2).find(each => !each.startsWith('--'));
if (file === undefined) {
  console.error('Which file? npm run dump -- FILE [--tree]');
  process.exit(2);
}
void dump(path.resolve(file), process.argv.includes('--tree'));

async function dump(at: string, withTree: boolean): Promise<void> {
  const root = rootOf(at);
  const workspace = new Workspace({ readText: each => readText(path.join(root, each))?.text });
  await loadWorkspace(workspace, root);
  const name = path.relative(root, at).replaceAll(path.sep, '/');
  const seen = workspace.file(name);
  if (seen === undefined) {
    console.log(`${name} says nothing to any system: none claims its path.`);
    return;
  }
  const source = workspace.source(name);
  if (withTree && source !== undefined) {
    const lines = name.endsWith('.py')
      ? pythonLines(source.python('literals'))
      : yamlLines(source.yaml().root, source.text);
    console.log(`tree\n${lines.join('\n')}\n`);
  }
  console.log('facts');
  for (const fact of seen.facts) console.log(factLines(fact, workspace, source?.text ?? '').join('\n'));
  console.log('\nfindings');
  for (const { code, severity, message, span } of workspace.findings(name))
    console.log(`  ${where(workspace, name, span)} ${severity} ${code}: ${message}`);
}

function factLines(fact: Fact, workspace: Workspace, text: string): string[] {
  const lines = [`  ${fact.kind} '${fact.name}' ${JSON.stringify({ ...fact, file: undefined }, plainMaps)}`];
  for (const { place, span } of workspace.parts(fact))
    lines.push(
      `    ${where(workspace, fact.file.path, span)} ${partOf(place)}: ${shortened(text.slice(span.start, span.end))}`,
    );
  const { lookup } = workspace;
  for (const system of SYSTEMS)
    system.keys(
      fact,
      {
        provides: key => lines.push(`    provides ${key}`),
        reads: key => lines.push(`    reads ${key}`),
        edge: (from, to) => lines.push(`    edge ${from} → ${to}`),
      },
      lookup.configuration(system.name),
    );
  return lines;
}

/** The words of `Part`. */
function partOf({ part }: Place): string {
  if (part < 2) return part === 0 ? 'whole' : 'name';
  return `${part % 2 === 0 ? 'fieldName' : 'fieldValue'}(${(part - 2) >> 1})`;
}

function where(workspace: Workspace, name: string, span: { readonly start: number; readonly end: number }): string {
  const start = workspace.range(name, span)?.start;
  return start === undefined ? '?' : `${start.line + 1}:${start.column + 1}`;
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST)}…`;
}

function plainMaps(_: string, value: unknown): unknown {
  return value instanceof Map ? Object.fromEntries(value as ReadonlyMap<string, unknown>) : value;
}

function pythonLines(tree: PythonTree): string[] {
  const names = new Map<number, string>(Object.entries(Kind).map(([name, kind]) => [kind, name]));
  const ends: number[] = [];
  const lines: string[] = [];
  for (let node = 0; node < tree.count; node++) {
    while (ends.length > 0 && ends[ends.length - 1]! <= node) ends.pop();
    const [start, end] = [tree.start[node]!, tree.end[node]!];
    lines.push(
      `${'  '.repeat(ends.length + 1)}${names.get(tree.kind[node]!)} ${shortened(tree.text.slice(start, end))}`,
    );
    ends.push(tree.next[node]!);
  }
  return lines;
}

function yamlLines(node: YamlNode | undefined, text: string, indent = '  '): string[] {
  if (node === undefined) return [];
  const here = `${indent}${node.type} ${shortened(text.slice(node.span.start, node.span.end))}`;
  const below = `${indent}  `;
  if (node.type === 'mapping')
    return [
      here,
      ...node.entries.flatMap(({ key, value }) => [
        ...yamlLines(key, text, below),
        ...yamlLines(value, text, `${below}  `),
      ]),
    ];
  return node.type === 'sequence' ? [here, ...node.items.flatMap(item => yamlLines(item, text, below))] : [here];
}
