import type { FieldType } from '../../../model/field-doc';
import type { MappingContent, PyDict, PyInstance, PyValue } from '../../../syntax/python/evaluate/values';
import { isAcceptedName } from './refusals';

/**
 * Whether the model of a step definition accepts a value for a field, or a value for a name (formats 1.4): it does, it
 * does not, or it cannot be told. The model is pydantic's `StepDefinition` in lax mode with `str_strip_whitespace`
 * (pydantic's conversion table, “Python, lax”): bytes and members of enumerations count as texts, tuples, sets and other
 * iterables as lists, and any mapping as a dict.
 */
export type Acceptance = 'accepted' | 'refused' | { readonly doubt: Doubtful };

/** A value that decides and cannot be told. */
export type Doubtful = Extract<PyValue, { kind: 'unknown' }> | undefined;

/** What a dict holds. */
export type Contents = (dict: PyDict) => MappingContent;

const UNTOLD: Acceptance = { doubt: undefined };

/** Whether a value is accepted for a field that the loader copies. `None` stands for any text that is not given. */
export function acceptance(value: PyValue, field: string, type: FieldType, contents: Contents): Acceptance {
  switch (type) {
    case 'text':
      if (value === null) return 'accepted';
      return field === 'builder_step_name' ? acceptanceAsName(value) : acceptanceAsText(value);
    case 'list of texts':
      return acceptanceAsList(value);
    case 'mapping':
      return acceptanceAsMapping(value, contents);
    default:
      return 'accepted';
  }
}

/** Whether a value is accepted as the name of a step or of a builder. */
export function acceptanceAsName(value: PyValue): Acceptance {
  const text = textOfValue(value);
  if (text !== undefined) return isAcceptedName(text) ? 'accepted' : 'refused';
  const answer = acceptanceAsText(value);
  return answer === 'accepted' ? { doubt: isUnknown(value) ? value : undefined } : answer;
}

/** The text that the model makes of a value, before it is stripped; undefined if it makes none, or none that is known. */
export function textOfValue(value: PyValue): string | undefined {
  if (typeof value === 'string') return value.isWellFormed() ? value : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  if (value.kind === 'bytes') return decoded(value.text);
  return value.kind === 'instance' && typeof value.base === 'string' ? value.base : undefined;
}

function acceptanceAsText(value: PyValue): Acceptance {
  if (textOfValue(value) !== undefined) return 'accepted';
  if (typeof value !== 'object' || value === null) return 'refused';
  if (value.kind === 'unknown')
    return value.class === undefined || isMember(value.class)
      ? { doubt: value }
      : acceptedClass(value.class.name, value);
  return value.kind === 'instance' ? acceptanceOfInstance(value) : 'refused';
}

/** Whether the loader accepts a value of which only the class is known. */
function acceptedClass(name: string, value: Doubtful): Acceptance {
  if (name === 'str') return 'accepted';
  return NEVER_TEXT.has(name) ? 'refused' : { doubt: value };
}

const NEVER_TEXT = new Set([
  'int',
  'float',
  'bool',
  'complex',
  'NoneType',
  'list',
  'tuple',
  'dict',
  'set',
  'frozenset',
  'range',
]);

/** A member of an enumeration is taken for the text of its value; other objects are no texts. */
function acceptanceOfInstance({ class: { order }, base }: PyInstance): Acceptance {
  if (order === undefined || (typeof base === 'object' && base !== null)) return UNTOLD;
  return order.some(({ name }) => name === 'Enum' || name === 'str' || name === 'bytes') ? UNTOLD : 'refused';
}

function isMember({ order }: { readonly order: readonly { readonly name: string }[] | undefined }): boolean {
  return order?.some(({ name }) => name === 'Enum') !== false;
}

/** Classes of values that are taken neither for lists nor for mappings. */
const SCALARS = new Set(['str', 'int', 'float', 'bool', 'complex', 'NoneType']);

function acceptanceAsList(value: PyValue): Acceptance {
  if (typeof value !== 'object' || value === null) return 'refused';
  switch (value.kind) {
    case 'tuple':
      return acceptanceOfItems(value.items);
    case 'list':
      return value.content.open === undefined ? acceptanceOfItems(value.content.items) : { doubt: value.content.open };
    case 'set': {
      const { entries, open } = value.content;
      return open === undefined ? acceptanceOfItems([...entries.values()].map(({ key }) => key)) : { doubt: open };
    }
    case 'range':
      return (value.step > 0n ? value.start < value.stop : value.start > value.stop) ? 'refused' : 'accepted';
    case 'iterator': {
      const items = itemsLeft(value);
      return items === undefined ? UNTOLD : acceptanceOfItems(items);
    }
    case 'unknown':
      return SCALARS.has(value.class?.name ?? '') ? 'refused' : { doubt: value };
    case 'instance':
      return isOfOwnKind(value) ? 'refused' : UNTOLD;
    default:
      return 'refused';
  }
}

/** What an iterator or a view of a dict gives when the loader asks it; undefined if that cannot be told. */
export function itemsLeft({ view, content }: Extract<PyValue, { kind: 'iterator' }>): readonly PyValue[] | undefined {
  const shown = view?.items();
  if (shown !== undefined) return 'kind' in shown ? undefined : shown;
  return content.open === undefined && content.end === undefined && content.start === undefined
    ? content.items
    : undefined;
}

/** Whether nothing of Python's own classes but `object` is behind an object. */
function isOfOwnKind({ base, class: { order } }: PyInstance): boolean {
  return base === undefined && order?.every(({ written, name }) => written !== undefined || name === 'object') === true;
}

function acceptanceOfItems(items: readonly PyValue[]): Acceptance {
  return worst(items.map(item => acceptanceAsText(item)));
}

function acceptanceAsMapping(value: PyValue, contents: Contents): Acceptance {
  if (typeof value !== 'object' || value === null) return 'refused';
  switch (value.kind) {
    case 'dict':
    case 'proxy': {
      const { entries, open } = contents(value.kind === 'proxy' ? value.of : value);
      return worst([
        ...[...entries.values()].map(({ key }) => acceptanceAsText(key)),
        ...(open === undefined ? [] : [{ doubt: open }]),
      ]);
    }
    case 'unknown':
      return SCALARS.has(value.class?.name ?? '') ? 'refused' : { doubt: value };
    case 'instance':
      return isOfOwnKind(value) ? 'refused' : UNTOLD;
    default:
      return 'refused';
  }
}

function worst(all: readonly Acceptance[]): Acceptance {
  if (all.includes('refused')) return 'refused';
  return all.find(each => each !== 'accepted') ?? 'accepted';
}

function isUnknown(value: PyValue): value is Extract<PyValue, { kind: 'unknown' }> {
  return typeof value === 'object' && value?.kind === 'unknown';
}

/** Bytes as UTF-8; undefined if they are none. `bytes` has a character for each byte. */
function decoded(bytes: string): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      Uint8Array.from(bytes, byte => byte.charCodeAt(0)),
    );
  } catch {
    return undefined;
  }
}
