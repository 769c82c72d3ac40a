import type { Settings } from '../../../../server/src/syntax/python/evaluate/frames';
import { runModule, type ModuleRun } from '../../../../server/src/syntax/python/evaluate/run';
import type { Entry, PyObject, PyValue } from '../../../../server/src/syntax/python/evaluate/values';
import { PythonReader } from '../../../../server/src/syntax/python/reader';

/** Runs a text in which nothing but Python's own library can be imported. */
export function runText(text: string, settings: Partial<Settings> = {}): ModuleRun {
  const tree = new PythonReader().read(text, 'literals');
  return runModule(tree, { source: 'text.py', imports: () => undefined, ...settings });
}

/**
 * What a run says, a line each: names with their values as Python writes them (`?` stands for what cannot be told, `name?` may be
 * unbound), why it stops, and what may be raised.
 */
export function told(run: ModuleRun, ...names: string[]): string[] {
  const shown = [...run.names].filter(([name]) => names.length === 0 || names.includes(name));
  const lines = shown.map(([name, { value, certain }]) => `${name}${certain ? '' : '?'} = ${pythonOf(run, value)}`);
  if (run.stops !== undefined) lines.push(`${run.stops.exception}: ${run.stops.message}`);
  for (const { reason, exception } of run.doubts) lines.push(`perhaps ${exception?.name ?? 'fails'}: ${reason}`);
  return lines;
}

/** A value as Python writes it. */
export function pythonOf(run: ModuleRun, value: PyValue): string {
  switch (typeof value) {
    case 'string':
      return JSON.stringify(value);
    case 'boolean':
      return value ? 'True' : 'False';
    case 'bigint':
      return value.toString();
    case 'number':
      return Number.isInteger(value) ? value.toFixed(1) : String(value);
    default:
      return value === null ? 'None' : objectOf(run, value);
  }
}

function objectOf(run: ModuleRun, value: PyObject): string {
  switch (value.kind) {
    case 'unknown':
      return '?';
    case 'list':
      return value.content.open === undefined
        ? `[${value.content.items.map(item => pythonOf(run, item)).join(', ')}]`
        : '[?]';
    case 'tuple':
      return `(${value.items.map(item => pythonOf(run, item)).join(', ')}${value.items.length === 1 ? ',' : ''})`;
    case 'dict': {
      const { entries, open } = run.contentOf(value);
      const items = [...entries.values()].map(one => dictItem(run, one));
      return `{${[...items, ...(open === undefined ? [] : ['?'])].join(', ')}}`;
    }
    case 'set': {
      const items = [...value.content.entries.values()].map(({ key }) => pythonOf(run, key)).sort();
      return `{${[...items, ...(value.content.open === undefined ? [] : ['?'])].join(', ')}}`;
    }
    case 'class':
    case 'function':
    case 'module':
      return `<${value.kind} ${value.name}>`;
    case 'instance':
      return `<${value.class.name}>`;
    default:
      return `<${value.kind}>`;
  }
}

function dictItem(run: ModuleRun, { key, value, certain }: Entry): string {
  return `${pythonOf(run, key)}${certain ? '' : '?'}: ${pythonOf(run, value)}`;
}
