import type { Span } from '../../../base/text';
import { entryOf, type YamlEntry, type YamlMapping, type YamlNode } from '../../../syntax/yaml/tree';

/** Parts of YAML mappings as facts place them. */

export function mappingOf(node: YamlNode | undefined): YamlMapping | undefined {
  return node?.type === 'mapping' ? node : undefined;
}

/** The value under a key; nothing for a key with nothing after its colon. */
export function valueUnder(node: YamlNode | undefined, key: string): YamlNode | undefined {
  return node?.type === 'mapping' ? entryOf(node, key)?.value : undefined;
}

/** The text of a scalar that is text. */
export function textUnder(node: YamlNode | undefined, key: string): string | undefined {
  const value = valueUnder(node, key);
  return value?.type === 'scalar' && typeof value.value === 'string' && value.as !== 'unknown'
    ? value.value
    : undefined;
}

/** Start and end of a key, then of its value; of an absent one, those of `otherwise` twice. */
export function entrySpans(entry: YamlEntry | undefined, otherwise: Span): number[] {
  const key = entry?.key.span ?? otherwise;
  const value = entry === undefined ? otherwise : (entry.value?.span ?? entry.key.span);
  return [key.start, key.end, value.start, value.end];
}
