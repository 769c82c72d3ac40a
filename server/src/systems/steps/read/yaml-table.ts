import { isTestPath } from '../../../base/test-paths';
import { FactParts, NO_PARTS } from '../../../model/fact-parts';
import type { FactWriter, Source } from '../../system';
import { writeYamlProblems } from './yaml-problems';
import type { YamlEntry } from '../../../syntax/yaml/tree';
import type { RegistryHeader, VariableFact } from '../facts';
import { child, valueOf } from './interface';
import { stepEntry } from './refusals';

/** Reads the YAML table `step_names.yaml`: `step_names:` with a row per step (formats 1.1). */
export function readTable(source: Source, out: FactWriter): void {
  const { file } = source;
  const tree = source.yaml();
  const table = child(tree.root, 'step_names');
  if (isTestPath(file.path) || (table === undefined && !file.path.includes('registry/'))) return;
  const header: RegistryHeader = { kind: 'registry', name: '', file, form: 'table', imports: [], open: false };
  out.fact(header, NO_PARTS);
  writeYamlProblems(tree, out);
  if (table?.type !== 'mapping') return;
  const entries = table.entries.length;
  const variable: VariableFact = { kind: 'variable', name: 'step_names', file, form: 'literal', unknown: [], entries };
  out.fact(variable, new FactParts(table.span).field(table.span));
  for (const entry of table.entries) writeRow(entry, file, out);
}

function writeRow({ key, value, span }: YamlEntry, file: Source['file'], out: FactWriter): void {
  const parts = new FactParts(span, key.span);
  const name = String(key.value);
  const shape = value?.type === 'mapping' ? 'mapping' : 'other';
  const fields = [];
  for (const field of value?.type === 'mapping' ? value.entries : []) {
    fields.push({ name: String(field.key.value), value: field.value === undefined ? null : valueOf(field.value) });
    parts.field(field.key.span, field.value?.span);
  }
  out.fact(stepEntry({ name, file, table: 'STEP_NAMES', shape, fields }), parts);
}
