import { isTestPath } from '../../../base/test-paths';
import { FactParts, NO_PARTS } from '../../../model/fact-parts';
import type { Field } from '../../../model/fields';
import type { FactWriter, Source } from '../../system';
import { validate } from '../../../generated/interface-validator';
import { checkAgainst } from '../../../syntax/schema';
import { writeYamlProblems } from './yaml-problems';
import type { Value } from '../../../model/value';
import type { YamlMapping, YamlNode } from '../../../syntax/yaml/tree';
import type { InterfaceEntry, RegistryHeader } from '../facts';
import { packageOf } from '../layout';
import { writeInterfaceTerms } from './interface-terms';
import { stepEntry } from './refusals';

/** Reads one `*.step.yaml`: the row that its loader derives, and what the rules over interfaces need (formats 1.10). */
export function readInterface(source: Source, out: FactWriter): void {
  const { file } = source;
  if (isTestPath(file.path)) return;
  const tree = source.yaml();
  if (!isInInterfaces(file.path) && child(tree.root, 'step_type') === undefined) return;
  const form = isPack(file.path) ? 'pack' : 'interface';
  const header: RegistryHeader = { kind: 'registry', name: '', file, form, imports: [], open: false };
  out.fact(header, NO_PARTS);
  writeYamlProblems(tree, out);
  if (tree.root === undefined) return;
  writeSchemaProblems(tree.root, out);
  if (tree.root.type !== 'mapping') return;
  writeContents(tree.root, file, out);
  writeRow(tree.root, file, out);
  writeSources(tree.root, file, out);
  writeInterfaceTerms(tree.root, file, out);
}

/** Whether a file is in a folder of interfaces. In other folders, `build.step.yaml` may be a file of another tool. */
function isInInterfaces(path: string): boolean {
  return /(^|\/)interfaces\/[^/]+$/.test(path);
}

/** Whether an interface belongs to a step pack: its `interfaces` folder is outside of a package (formats 1.7). */
function isPack(path: string): boolean {
  return packageOf(path) === undefined && isInInterfaces(path);
}

/** Reports what the schema refuses. A file without a step type is not checked, since the loader ignores it. */
function writeSchemaProblems(root: YamlNode, out: FactWriter): void {
  if (child(root, 'step_type') === undefined) return;
  for (const { span, message } of checkAgainst(validate, root)) {
    const consequence = message.endsWith('?') ? '' : ', or the step is not available';
    out.problem({ code: 'step/interface-invalid', span, message: message + consequence, damage: false });
  }
}

/** Adds the row that the loader derives: class names follow the convention unless the file states others. */
function writeRow(root: YamlMapping, file: Source['file'], out: FactWriter): void {
  const type = child(root, 'step_type');
  if (type?.type !== 'scalar' || typeof type.value !== 'string' || type.value === '') return;
  const registry = child(root, 'registry');
  const fields: Field[] = [];
  const parts = new FactParts({ start: 0, end: root.span.end }, type.span);
  const add = (name: string, node: YamlNode | undefined, byConvention: Value | undefined): void => {
    const value = node === undefined ? byConvention : valueOf(node);
    if (value === undefined) return;
    fields.push({ name, value });
    parts.field(node?.span ?? type.span);
  };
  add('config_class', child(registry, 'config_class'), `${type.value}Config`);
  add('builder_step_name', child(registry, 'builder_step_name'), `${type.value}StepBuilder`);
  add('spec_type', undefined, type.value);
  add('sagemaker_step_type', child(registry, 'sagemaker_step_type'), undefined);
  add('description', child(registry, 'description'), undefined);
  out.fact(stepEntry({ name: type.value, file, table: 'interface', shape: 'mapping', fields }), parts);
}

/**
 * Adds the contents as fields whose names are paths, for rules to compare: `contract.inputs.x`, `spec.dependencies.x`,
 * …
 */
function writeContents(root: YamlMapping, file: Source['file'], out: FactWriter): void {
  const fields: Field[] = [];
  const type = child(root, 'step_type');
  const parts = new FactParts(root.span, type?.span ?? { start: root.span.start, end: root.span.start });
  const collect = (node: YamlNode | undefined, path: string, depth: number): void => {
    if (node?.type !== 'mapping') return;
    for (const { key, value } of node.entries) {
      const name = path === '' ? String(key.value) : `${path}.${String(key.value)}`;
      fields.push({ name, value: value?.type === 'scalar' ? value.value : value === undefined ? null : value.type });
      parts.field(key.span, value?.span);
      if (depth > 0) collect(value, name, depth - 1);
    }
  };
  collect(root, '', 3);
  const name = type?.type === 'scalar' && typeof type.value === 'string' ? type.value : '';
  const contents: InterfaceEntry = { kind: 'interface', name, file, fields };
  out.fact(contents, parts);
}

function writeSources(root: YamlMapping, file: Source['file'], out: FactWriter): void {
  const dependencies = child(child(root, 'spec'), 'dependencies');
  if (dependencies?.type !== 'mapping') return;
  for (const { value } of dependencies.entries) {
    const sources = child(value, 'compatible_sources');
    if (sources?.type !== 'sequence') continue;
    for (const item of sources.items)
      if (item.type === 'scalar' && typeof item.value === 'string') {
        const fact = { kind: 'reference', name: item.value, file, to: 'source', api: 'compatible_sources' };
        out.fact(fact, new FactParts(item.span));
      }
  }
}

/** The value of a key in a mapping; the last one if the key is given several times. */
export function child(node: YamlNode | undefined, name: string): YamlNode | undefined {
  return node?.type === 'mapping' ? node.entries.findLast(entry => entry.key.value === name)?.value : undefined;
}

/** A node as a plain value. */
export function valueOf(node: YamlNode): Value {
  if (node.type === 'scalar') return node.value;
  if (node.type === 'sequence') return node.items.map(valueOf);
  return new Map(
    node.entries.map(({ key, value }) => [String(key.value), value === undefined ? null : valueOf(value)]),
  );
}
