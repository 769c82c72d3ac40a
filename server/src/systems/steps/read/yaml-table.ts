import type { FactWriter, Source } from '../../system';
import { writeYamlProblems } from './yaml-problems';
import type { YamlEntry } from '../../../syntax/yaml/tree';
import type { RegistryHeader, VariableFact } from '../facts';
import { isTestPath } from '../layout';
import { child, valueOf } from './interface';
import { stepEntry } from './refusals';

/** Reads the YAML table `step_names.yaml`: `step_names:` with a row per step (formats 1.1). */
export function readTable(source: Source, out: FactWriter): void {
  const { file } = source;
  const tree = source.yaml();
  const table = child(tree.root, 'step_names');
  if (isTestPath(file.path) || (table === undefined && !file.path.includes('registry/'))) return;
  out.fact(
    { kind: 'registry', name: '', file, form: 'table', imports: [], open: false } as RegistryHeader,
    [0, 0, 0, 0],
  );
  writeYamlProblems(tree, out);
  if (table?.type !== 'mapping') return;
  const { start, end } = table.span;
  const variable = { kind: 'variable', name: 'step_names', file, form: 'literal', unknown: [] };
  out.fact({ ...variable, entries: table.entries.length } as VariableFact, [
    start,
    end,
    start,
    end,
    start,
    end,
    start,
    end,
  ]);
  for (const entry of table.entries) writeRow(entry, file, out);
}

function writeRow({ key, value, span }: YamlEntry, file: Source['file'], out: FactWriter): void {
  const spans = [span.start, span.end, key.span.start, key.span.end];
  const name = String(key.value);
  const shape = value?.type === 'mapping' ? 'mapping' : 'other';
  const fields = [];
  for (const field of value?.type === 'mapping' ? value.entries : []) {
    const at = field.value?.span ?? field.key.span;
    fields.push({ name: String(field.key.value), value: field.value === undefined ? null : valueOf(field.value) });
    spans.push(field.key.span.start, field.key.span.end, at.start, at.end);
  }
  out.fact(stepEntry({ name, file, table: 'STEP_NAMES', shape, fields }), spans);
}
