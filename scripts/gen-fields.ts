import { readFileSync } from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';

const repository = path.resolve(import.meta.dirname, '..');

interface Schema {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly examples?: readonly string[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly 'x-loaded'?: boolean;
  readonly 'x-expected'?: boolean;
}

/** `server/src/generated/fields.ts`: the fields of what registries hold, as their schemas have them. */
export async function fieldTables(): Promise<[string, string][]> {
  const rows = read('schemas/workspace-registry.schema.json');
  const registry = read('schemas/artifact-registry.schema.json');
  const metadata = read('schemas/artifact-metadata.schema.json');
  const expected = Object.entries(metadata.properties!).flatMap(([name, field]) => (field['x-expected'] ? [name] : []));
  const file = 'server/src/generated/fields.ts';
  const text = [
    '// Generated from the schemas by `npm run gen`; edit those.',
    "import type { FieldDoc } from '../model/field-doc';\n",
    table('STEP_FIELDS', 'The fields of a row.', rows.$defs!['row']!),
    table('METADATA_FIELDS', 'The fields of WORKSPACE_METADATA.', rows.$defs!['metadata']!),
    table('ARTIFACT_REGISTRY_FIELDS', 'The keys of an artifact registry.', registry),
    table('ARTIFACT_ITEM_FIELDS', 'The fields of an artifact in a registry.', registry.$defs!['item']!),
    table('ARTIFACT_VERSION_FIELDS', 'The fields of a version in a registry.', registry.$defs!['version']!),
    table('ARTIFACT_METADATA_FIELDS', 'The fields of a metadata file.', metadata),
    `/** What the published schema of nodes asks for beside what loaders do. */
export const EXPECTED_METADATA: readonly string[] = ${JSON.stringify(expected)};`,
    table('TREE_FIELDS', 'The fields of a node of a tree.', read('schemas/artifact-tree.schema.json').$defs!['node']!),
  ].join('\n');
  const options = await resolveConfig(path.join(repository, file));
  return [[file, await format(text, { ...options, parser: 'typescript' })]];
}

function read(file: string): Schema {
  return JSON.parse(readFileSync(path.join(repository, file), 'utf8')) as Schema;
}

function table(name: string, doc: string, { properties = {} }: Schema): string {
  const fields = Object.entries(properties).map(([field, schema]) => ({
    name: field,
    type: typeOf(schema),
    description: schema.description,
    loaded: schema['x-loaded'] ?? false,
    words: schema.enum ?? schema.examples ?? schema.items?.examples ?? [],
    closed: schema.enum !== undefined,
  }));
  return `/** ${doc} */\nexport const ${name}: readonly FieldDoc[] = ${JSON.stringify(fields)};\n`;
}

function typeOf({ type, items }: Schema): string {
  if (typeof type !== 'string') return 'anything';
  if (type === 'array') return items?.type === 'string' ? 'list of texts' : 'list';
  const types: Readonly<Record<string, string>> = { string: 'text', integer: 'whole number', object: 'mapping' };
  return types[type] ?? 'anything';
}
