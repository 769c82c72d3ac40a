import { readFileSync } from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';

const repository = path.resolve(import.meta.dirname, '..');

interface Schema {
  readonly type?: string;
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly examples?: readonly string[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly 'x-loaded'?: boolean;
}

/** `server/src/generated/fields.ts`: the fields of rows and metadata, as the schema of step registries has them. */
export async function fieldTables(): Promise<[string, string][]> {
  const schema = JSON.parse(
    readFileSync(path.join(repository, 'schemas/workspace-registry.schema.json'), 'utf8'),
  ) as Schema;
  const file = 'server/src/generated/fields.ts';
  const text = [
    '// Generated from schemas/workspace-registry.schema.json by `npm run gen`; edit that.',
    "import type { FieldDoc } from '../model/field-doc';\n",
    table('STEP_FIELDS', 'The fields of a row.', schema.$defs!['row']!),
    table('METADATA_FIELDS', 'The fields of WORKSPACE_METADATA.', schema.$defs!['metadata']!),
  ].join('\n');
  const options = await resolveConfig(path.join(repository, file));
  return [[file, await format(text, { ...options, parser: 'typescript' })]];
}

function table(name: string, doc: string, { properties = {} }: Schema): string {
  const fields = Object.entries(properties).map(([field, schema]) => ({
    name: field,
    type: typeOf(schema),
    description: schema.description,
    loaded: schema['x-loaded'],
    words: schema.enum ?? schema.examples ?? schema.items?.examples ?? [],
    closed: schema.enum !== undefined,
  }));
  return `/** ${doc} */\nexport const ${name}: readonly FieldDoc[] = ${JSON.stringify(fields)};\n`;
}

function typeOf({ type, items }: Schema): string {
  if (type === 'array') return items?.type === 'string' ? 'list of texts' : 'list';
  const types: Readonly<Record<string, string>> = { string: 'text', integer: 'whole number', object: 'mapping' };
  return type === undefined ? 'anything' : (types[type] ?? type);
}
