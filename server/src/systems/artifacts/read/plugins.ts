import { groupOf } from '../../../base/text';
import { FactParts } from '../../../model/fact-parts';
import { parse, TomlError, type TomlTable, type TomlValue } from 'smol-toml';
import { fileName } from '../../../base/paths';
import type { FactWriter, Source } from '../../system';
import type { PluginFact } from '../facts';

/** The group of entry points that plugin packages announce their registries under (document 004). */
const GROUP = 'node_registry';

/** Whether a file may declare entry points. */
export function isPluginFile(path: string): boolean {
  return PLUGIN_FILES.has(fileName(path));
}

const PLUGIN_FILES = new Set(['pyproject.toml', 'setup.cfg', 'entry_points.txt']);

/** Reads the `node_registry` entry points of a package. Nothing is imported: what they name is looked for as a folder. */
export function readPlugins(source: Source, out: FactWriter): void {
  const { file, text } = source;
  if (!text.includes(GROUP)) return;
  const points = fileName(file.path) === 'pyproject.toml' ? fromToml(text) : fromIni(text, fileName(file.path));
  const group = text.indexOf(GROUP);
  // Each is looked for behind the one before; where one is written in a way of its own, it and those after it stand at their group.
  let end: number | undefined = group;
  for (const [name, target] of points) {
    const named: number = end === undefined ? -1 : text.indexOf(name, end);
    const at = named < 0 ? -1 : text.indexOf(target, named + name.length);
    end = at < 0 ? undefined : at + target.length;
    const span = end === undefined ? { start: group, end: group + GROUP.length } : { start: at, end };
    const fact: PluginFact = { kind: 'artifact-plugin', name, file, target };
    out.fact(fact, new FactParts(span).field(span));
  }
}

/** `[project.entry-points.node_registry]`, or Poetry's `[tool.poetry.plugins.node_registry]`. */
function fromToml(text: string): [string, string][] {
  const root = tableOf(text);
  const groups = [
    ['project', 'entry-points', GROUP],
    ['tool', 'poetry', 'plugins', GROUP],
  ];
  return groups.flatMap(path => {
    const table = path.reduce<TomlValue | undefined>((inner, key) => (isTable(inner) ? inner[key] : undefined), root);
    return isTable(table) ? textsIn(Object.entries(table)) : [];
  });
}

function textsIn(entries: readonly [string, TomlValue][]): [string, string][] {
  return entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string');
}

/** A file that is no TOML announces nothing; that is for others to say. */
function tableOf(text: string): TomlTable {
  try {
    return parse(text);
  } catch (error) {
    if (error instanceof TomlError) return {};
    throw error;
  }
}

function isTable(value: TomlValue | undefined): value is TomlTable {
  return typeof value === 'object' && !Array.isArray(value) && !(value instanceof Date);
}

/** `[node_registry]` of `entry_points.txt`; the key `node_registry` of `[options.entry_points]` in `setup.cfg`. */
function fromIni(text: string, name: string): [string, string][] {
  const points: [string, string][] = [];
  let section = '';
  let key = '';
  for (const line of text.split(/\r?\n/)) {
    const header = /^\[([^\]]*)\]/.exec(line)?.[1];
    if (header !== undefined) {
      section = header.trim();
      key = '';
      continue;
    }
    if (name === 'setup.cfg') {
      const isIndented = /^\s/.test(line);
      if (!isIndented) key = /^([^=#;\s]+)\s*=/.exec(line)?.[1] ?? '';
      if (section !== 'options.entry_points' || key !== GROUP || !isIndented) continue;
    } else if (section !== GROUP) continue;
    const point = /^\s*([^=#;\s]+)\s*=\s*(\S+)/.exec(line);
    if (point !== null) points.push([groupOf(point, 1), groupOf(point, 2)]);
  }
  return points;
}
