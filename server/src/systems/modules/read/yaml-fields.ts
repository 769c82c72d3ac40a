import type { FactParts } from '../../../model/fact-parts';
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

/** Places an entry as the next field of a fact; an absent one at `otherwise`. */
export function addEntry(parts: FactParts, entry: YamlEntry | undefined, otherwise: Span): void {
  parts.field(entry?.key.span ?? otherwise, entry?.value?.span);
}
