import { readFileSync } from 'node:fs';
import path from 'node:path';
import { formatText } from './format-text';
import { withRuleCodes } from './gen-validators';

const repository = path.resolve(import.meta.dirname, '..');

interface Schema {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly examples?: readonly unknown[];
  readonly items?: Schema;
  readonly additionalProperties?: boolean | Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly 'x-loaded'?: boolean;
  readonly 'x-expected'?: boolean;
}

/** The fields that schemas describe, as tables for completion and hover: a file for each system. */
export async function fieldTables(): Promise<[string, string][]> {
  const rows = read('workspace-registry');
  const companion = read('module-meta');
  const { annotations, dependencies, examples, metadata: moduleMetadata } = companion.properties!;
  const registry = read('artifact-registry');
  const metadata = read('artifact-metadata');
  const expected = Object.entries(metadata.properties!).flatMap(([name, field]) => (field['x-expected'] ? [name] : []));
  return [
    await written('project-fields', [
      tree('PROJECT_FIELDS', 'The keys of the project file', withRuleCodes(read('registry-intelligence'))),
      tree('PACK_FIELDS', 'The keys of a policy pack', withRuleCodes(read('policy-pack'))),
    ]),
    await written('fields', [
      table('STEP_FIELDS', 'The fields of a row.', rows.$defs!['row']!),
      table('METADATA_FIELDS', 'The fields of WORKSPACE_METADATA.', rows.$defs!['metadata']!),
    ]),
    await written('module-fields', [
      table('COMPANION_FIELDS', 'The fields of a companion.', companion),
      table('ANNOTATION_FIELDS', 'The keys of `annotations`.', annotations!),
      table('DEPENDENCY_FIELDS', 'The keys of an item of `dependencies`.', dependencies!.items!),
      table('EXAMPLE_FIELDS', 'The keys of an item of `examples`.', examples!.items!),
      table('DEPRECATION_FIELDS', 'The keys of `x-deprecation`.', moduleMetadata!.properties!['x-deprecation']!),
    ]),
    await written('artifact-fields', [
      table('ARTIFACT_REGISTRY_FIELDS', 'The keys of an artifact registry.', registry),
      table('ARTIFACT_ITEM_FIELDS', 'The fields of an artifact in a registry.', registry.$defs!['item']!),
      table('ARTIFACT_VERSION_FIELDS', 'The fields of a version in a registry.', registry.$defs!['version']!),
      table('ARTIFACT_METADATA_FIELDS', 'The fields of a metadata file.', metadata),
      `/** What the published schema of nodes asks for beside what loaders do. */
export const EXPECTED_METADATA: readonly string[] = ${JSON.stringify(expected)};`,
      table('TREE_FIELDS', 'The fields of a node of a tree.', read('artifact-tree').$defs!['node']!),
    ]),
  ];
}

function read(schema: string): Schema {
  return JSON.parse(readFileSync(path.join(repository, `schemas/${schema}.schema.json`), 'utf8')) as Schema;
}

async function written(name: string, tables: readonly string[]): Promise<[string, string]> {
  const file = `server/src/generated/${name}.ts`;
  const text = [
    '// Generated from the schemas by `npm run gen`; edit those.',
    "import type { FieldDoc } from '../model/field-doc';\n",
    ...tables,
  ].join('\n');
  return [file, await formatText(file, text)];
}

function table(name: string, doc: string, schema: Schema): string {
  return `/** ${doc} */\nexport const ${name}: readonly FieldDoc[] = ${JSON.stringify(fieldsIn(schema))};\n`;
}

/** The fields of every mapping in a schema, by the keys that lead to it with dots between; `*` is an item of a list. */
function tree(name: string, doc: string, schema: Schema): string {
  const mappings: [string, object][] = [];
  const visit = (each: Schema, path: readonly string[]): void => {
    if (each.items !== undefined) visit(each.items, [...path, '*']);
    if (each.properties === undefined) return;
    mappings.push([path.join('.'), fieldsIn(each)]);
    for (const [key, value] of Object.entries(each.properties)) visit(value, [...path, key]);
  };
  visit(schema, []);
  const type = 'ReadonlyMap<string, readonly FieldDoc[]>';
  return `/** ${doc}, by the path of their mapping. */\nexport const ${name}: ${type} = new Map(${JSON.stringify(mappings)});\n`;
}

function fieldsIn({ properties = {} }: Schema): object[] {
  return Object.entries(properties).map(([field, schema]) => ({
    name: field,
    type: typeOf(schema),
    description: schema.description,
    loaded: schema['x-loaded'] ?? false,
    words: wordsOf(schema).filter(each => typeof each === 'string'),
    closed: schema.enum !== undefined,
  }));
}

/** The values of a field, of the items of a list, or of the keys of a mapping whose keys may be anything. */
function wordsOf({ type, enum: own, examples, items, additionalProperties: values }: Schema): readonly unknown[] {
  if (type === 'boolean') return ['true', 'false'];
  const inside = typeof values === 'object' ? values.enum : undefined;
  return own ?? inside ?? items?.enum ?? examples ?? items?.examples ?? [];
}

function typeOf({ type, items }: Schema): string {
  const [own] = [type ?? []].flat().filter(each => each !== 'null');
  if (own === 'array') return items?.type === 'string' ? 'list of texts' : 'list';
  return own === undefined ? 'anything' : (TYPES[own] ?? 'anything');
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'whole number',
  boolean: 'true or false',
  object: 'mapping',
};
