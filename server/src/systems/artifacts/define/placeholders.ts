import { textOf, type MetadataFact } from '../facts';

/** Fields that a new artifact has to fill itself. */
const FIELDS = ['name', 'uuid', 'hash', 'author', 'description', 'lifecycle', 'entrypoint', 'entrypoint.target'];

/** The fields of metadata that still hold what the template has, or a placeholder, in the order of the file. */
export function placeholdersIn(metadata: MetadataFact): string[] {
  return metadata.fields
    .filter(({ name }) => FIELDS.includes(name) && isPlaceholder(metadata, name))
    .map(({ name }) => name);
}

/** Whether a field still has the text of the template that the file was copied from. */
export function isPlaceholder(metadata: MetadataFact, field: string): boolean {
  const value = textOf(metadata, field);
  if (value === undefined || value.length > 300) return false;
  if (field === 'name') return /^template(?:[_-]|$)/i.test(value);
  if (field === 'lifecycle') return value === 'template';
  if (field === 'hash' && /^0+$/.test(value)) return true;
  return /^<[^>]*>$|TO_BE_COMPUTED|^TEMPLATE(?![a-z])|REPLACE[-_ ](?:ME|WITH)/.test(value);
}

/** Whether an artifact is the template that others are made from. */
export function isTemplate(name: string): boolean {
  return /template/i.test(name);
}
