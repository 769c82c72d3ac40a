import { isList, isMapping, isUnknown, jsonOf, type Value } from '../../model/value';
import type { Workspace } from '../../workspace';
import { compactSchema, strictSchema, withDescriptionsForModels, withoutExtensions, type Json } from './schema-forms';

/** The consumers that descriptions of tools are made for. */
export type SchemaProfile = 'mcp' | 'openai' | 'anthropic' | 'generic';

/** The form that schemas are asked for in. A profile decides everything, so `form` counts only without one. */
export interface SchemaForm {
  readonly form?: 'strict' | 'compact' | undefined;
  readonly profile?: SchemaProfile | undefined;
}

/** The schema of one module that can be called. */
export interface ExportedSchema {
  readonly name: string;
  /** The path of the module's file. */
  readonly path: string;
  readonly schema: Json;
  /** What code decides at run time and the schema therefore lacks, in words. */
  readonly unsure: readonly string[];
  /** Whether the schemas of input and output are both known. */
  readonly isWhole: boolean;
}

type Item = ReturnType<NonNullable<Workspace['answers'][number]['schemas']>>[number];

/** The schemas of everything that can be called, in the requested form (formats 2.9). */
export function exportSchemas(workspace: Workspace, form: SchemaForm): ExportedSchema[] {
  return workspace.answers
    .flatMap(each => each.schemas?.(workspace.lookup, path => workspace.source(path)) ?? [])
    .map(item => ({
      name: item.name,
      path: item.place.fact.file.path,
      schema: schemaIn(item, form),
      unsure: item.uncertainties,
      isWhole: item.input !== undefined && item.output !== undefined,
    }));
}

function schemaIn(item: Item, { form, profile }: SchemaForm): Json {
  if (profile !== undefined) return PROFILES[profile](item);
  const full: Json = {
    module_id: item.name,
    name: field(item, 'name') ?? null,
    description: descriptionOf(item),
    version: field(item, 'version') ?? null,
    tags: field(item, 'tags') ?? [],
    input_schema: schemaOf(item.input),
    output_schema: schemaOf(item.output),
    annotations: statedAnnotations(item),
    examples: field(item, 'examples') ?? [],
  };
  if (form === 'strict')
    return {
      ...full,
      input_schema: strictSchema(full['input_schema']),
      output_schema: strictSchema(full['output_schema']),
    };
  return form === 'compact' ? compactSchema(full) : full;
}

const PROFILES: Readonly<Record<SchemaProfile, (item: Item) => Json>> = {
  mcp(item) {
    const hints = annotationsOf(item);
    return {
      name: field(item, 'name') ?? item.name,
      description: descriptionOf(item),
      inputSchema: schemaOf(item.input),
      annotations: {
        readOnlyHint: hints['readonly'],
        destructiveHint: hints['destructive'],
        idempotentHint: hints['idempotent'],
        openWorldHint: hints['open_world'],
        streaming: hints['streaming'],
      },
      _meta: {
        cacheable: hints['cacheable'],
        cacheTtl: hints['cache_ttl'],
        cacheKeyFields: hints['cache_key_fields'],
        paginated: hints['paginated'],
        paginationStyle: hints['pagination_style'],
      },
    };
  },
  openai: item => ({
    type: 'function',
    function: {
      name: item.name.replaceAll('.', '_'),
      description: descriptionOf(item),
      parameters: strictSchema(withDescriptionsForModels(schemaOf(item.input))),
      strict: true,
    },
  }),
  anthropic(item) {
    const examples = item.fields.get('examples');
    const inputs = isList(examples)
      ? examples.flatMap(each => (isMapping(each) ? (each.get('inputs') ?? []) : []))
      : [];
    return {
      name: item.name.replaceAll('.', '_'),
      description: descriptionOf(item),
      input_schema: withoutExtensions(withDescriptionsForModels(schemaOf(item.input)), { defaults: 'kept' }),
      ...(inputs.length === 0 ? {} : { input_examples: inputs.map(jsonOf) }),
    };
  },
  generic: item => ({
    module_id: item.name,
    description: descriptionOf(item),
    input_schema: schemaOf(item.input),
    output_schema: schemaOf(item.output),
    definitions: {},
  }),
};

/** The annotations of a module that states none (formats 2.5). */
const ANNOTATIONS: Json = {
  readonly: false,
  destructive: false,
  idempotent: false,
  requires_approval: false,
  open_world: true,
  streaming: false,
  cacheable: false,
  cache_ttl: 0,
  cache_key_fields: null,
  paginated: false,
  pagination_style: 'cursor',
  extra: {},
};

/** The annotations of a module that states some; nothing for others, and what code decides as it is. */
function statedAnnotations(item: Item): unknown {
  const stated = item.fields.get('annotations');
  if (stated === undefined || stated === null) return null;
  return isUnknown(stated) ? jsonOf(stated) : annotationsOf(item);
}

/** Stated annotations over the defaults; unknown keys are ignored. TypeScript writes them in camel case. */
function annotationsOf(item: Item): Json {
  const stated = item.fields.get('annotations');
  const all = { ...ANNOTATIONS };
  if (isUnknown(stated)) for (const name of Object.keys(all)) all[name] = null;
  for (const [key, value] of isMapping(stated) ? stated : []) {
    const name = key.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`);
    if (Object.hasOwn(all, name)) all[name] = jsonOf(value);
  }
  return all;
}

function field(item: Item, name: string): unknown {
  const value = item.fields.get(name);
  return value === undefined ? undefined : jsonOf(value);
}

/** A module without a description has an empty one; null stands for one that code decides. */
function descriptionOf(item: Item): string | null {
  const value = item.fields.get('description');
  if (isUnknown(value)) return null;
  return typeof value === 'string' ? value : '';
}

/** A schema as JSON; nothing is null. */
function schemaOf(value: Value | undefined): unknown {
  return value === undefined || isUnknown(value) ? null : jsonOf(value);
}
