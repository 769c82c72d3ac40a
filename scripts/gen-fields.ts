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
}

/** The fields that schemas describe, as tables for completion and hover: a file per schema. */
export async function fieldTables(): Promise<[string, string][]> {
  const registry = read('schemas/workspace-registry.schema.json');
  const companion = read('schemas/module-meta.schema.json');
  const { annotations, dependencies, examples, metadata } = companion.properties!;
  return [
    await written('fields', 'workspace-registry', [
      table('STEP_FIELDS', 'The fields of a row.', registry.$defs!['row']!),
      table('METADATA_FIELDS', 'The fields of WORKSPACE_METADATA.', registry.$defs!['metadata']!),
    ]),
    await written('module-fields', 'module-meta', [
      table('COMPANION_FIELDS', 'The fields of a companion.', companion),
      table('ANNOTATION_FIELDS', 'The keys of `annotations`.', annotations!),
      table('DEPENDENCY_FIELDS', 'The keys of an item of `dependencies`.', dependencies!.items!),
      table('EXAMPLE_FIELDS', 'The keys of an item of `examples`.', examples!.items!),
      table('DEPRECATION_FIELDS', 'The keys of `x-deprecation`.', metadata!.properties!['x-deprecation']!),
    ]),
  ];
}

function read(schema: string): Schema {
  return JSON.parse(readFileSync(path.join(repository, schema), 'utf8')) as Schema;
}

async function written(name: string, schema: string, tables: readonly string[]): Promise<[string, string]> {
  const file = `server/src/generated/${name}.ts`;
  const text = [
    `// Generated from schemas/${schema}.schema.json by \`npm run gen\`; edit that.`,
    "import type { FieldDoc } from '../model/field-doc';\n",
    ...tables,
  ].join('\n');
  const options = await resolveConfig(path.join(repository, file));
  return [file, await format(text, { ...options, parser: 'typescript' })];
}

function table(name: string, doc: string, { properties = {} }: Schema): string {
  const fields = Object.entries(properties).map(([field, schema]) => ({
    name: field,
    type: typeOf(schema),
    description: schema.description,
    loaded: schema['x-loaded'] ?? true,
    words: schema.enum ?? schema.examples ?? schema.items?.examples ?? [],
    closed: schema.enum !== undefined,
  }));
  return `/** ${doc} */\nexport const ${name}: readonly FieldDoc[] = ${JSON.stringify(fields)};\n`;
}

function typeOf({ type, items }: Schema): string {
  const [own] = [type ?? []].flat().filter(each => each !== 'null');
  if (own === 'array') return items?.type === 'string' ? 'list of texts' : 'list';
  return own === undefined ? 'anything' : (TYPES[own] ?? own);
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'whole number',
  boolean: 'true or false',
  object: 'mapping',
};
