import { isMapping, isUnknown, type Value } from '../../../../model/value';
import type { Metadata } from './core-schema';
import type { FieldInfo } from './field-info';
import { jsonOf, jsonOrUnknown } from './json-values';
import { truth, type PyValue } from './values';

/** What a field lays over the JSON Schema of its type (`_extract_json_schema_info_from_field_info`). */
export function fieldMetadata({ attributes }: Omit<FieldInfo, 'type'>): Metadata {
  const updates = new Map<string, Value>();
  for (const name of ['title', 'description', 'examples']) {
    const value = attributes.get(name);
    if (value !== undefined && value.kind !== 'none') updates.set(name, jsonOrUnknown(value, name));
  }
  const deprecated = isDeprecated(attributes.get('deprecated'));
  if (deprecated !== false) updates.set('deprecated', deprecated);
  const generator = attributes.get('field_title_generator');
  const title = generator === undefined || generator.kind === 'none' ? undefined : 'a title that code makes';
  const extra = extraOf(attributes.get('json_schema_extra'));
  const unclear = title ?? (typeof extra === 'string' ? extra : undefined);
  return {
    ...(updates.size === 0 ? {} : { updates }),
    ...(extra === undefined || typeof extra === 'string' ? {} : { extra }),
    ...(unclear === undefined ? {} : { unclear }),
  };
}

function isDeprecated(value: PyValue | undefined): Value {
  if (value === undefined) return false;
  if (value.kind === 'str') return true;
  return truth(value) ?? (value.kind === 'unknown' ? { unknown: 'deprecated' } : true);
}

/** `json_schema_extra` as a mapping; a text says why that cannot be told. */
function extraOf(value: PyValue | undefined): ReadonlyMap<string, Value> | string | undefined {
  if (value === undefined || value.kind === 'none') return undefined;
  if (value.kind !== 'dict') return 'json_schema_extra is code';
  const extra = jsonOf(value);
  if (isMapping(extra)) return extra;
  return `json_schema_extra: ${isUnknown(extra) ? extra.unknown : 'no JSON'}`;
}
