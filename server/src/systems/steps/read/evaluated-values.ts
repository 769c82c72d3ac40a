import type { Span } from '../../../base/text';
import type { Unknown, Value } from '../../../model/value';
import type { ModuleRun } from '../../../syntax/python/evaluate/run';
import type { Entry, PyDict, PyValue } from '../../../syntax/python/evaluate/values';
import { itemsLeft, textOfValue, type Contents } from './loaded-values';

/** How values of a run are read. */
export interface ValueReader {
  readonly contents: Contents;
  /** The value of core that an unknown value stands for. */
  readonly outsideOf: ModuleRun['outsideOf'];
  /** The text at a place, short enough for a message. */
  readonly excerptAt: (place: Entry['valueAt']) => string;
  /** The span of a place; undefined if it is in another text. */
  readonly spanOf: (place: Entry['valueAt']) => Span | undefined;
}

/** The value of an entry as facts have it; what they have nothing for, and what may not be there, is quoted. */
export function valueOfEntry({ value, valueAt, certain }: Entry, { contents, excerptAt }: ValueReader): Value {
  const quoted = { unknown: excerptAt(valueAt) };
  return certain ? plainValue(value, { contents, quoted, depth: 0 }) : quoted;
}

interface Frame {
  readonly contents: Contents;
  readonly quoted: Unknown;
  readonly depth: number;
  /** The value stands in a mapping, whose values the model takes as they are: bytes stay bytes there. */
  readonly isInMapping?: true;
}

/** Values nested deeper than this are quoted. */
const DEEPEST = 50;

function plainValue(value: PyValue, frame: Frame): Value {
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : frame.quoted;
  if (typeof value !== 'object' || value === null) return value;
  const inner = { ...frame, depth: frame.depth + 1 };
  if (inner.depth > DEEPEST) return frame.quoted;
  switch (value.kind) {
    case 'tuple':
      return value.items.map(item => plainValue(item, inner));
    case 'list':
      return value.content.open === undefined ? value.content.items.map(item => plainValue(item, inner)) : frame.quoted;
    case 'iterator':
      return itemsLeft(value)?.map(item => plainValue(item, inner)) ?? frame.quoted;
    case 'set':
      return setValue(value, inner);
    case 'dict':
      return mappingValue(value, inner);
    case 'proxy':
      return mappingValue(value.of, inner);
    case 'bytes':
      return (frame.isInMapping === true ? undefined : textOfValue(value)) ?? frame.quoted;
    default:
      return textOfValue(value) ?? frame.quoted;
  }
}

function setValue({ content: { entries, open } }: Extract<PyValue, { kind: 'set' }>, frame: Frame): Value {
  return open === undefined ? [...entries.values()].map(({ key }) => plainValue(key, frame)) : frame.quoted;
}

function mappingValue(dict: PyDict, frame: Frame): Value {
  const { entries, open } = frame.contents(dict);
  if (open !== undefined) return frame.quoted;
  const found = new Map<string, Value>();
  for (const { key, value, certain } of entries.values()) {
    const name = typeof key === 'bigint' ? String(key) : textOfValue(key);
    if (name === undefined || !certain) return frame.quoted;
    found.set(name, plainValue(value, { ...frame, isInMapping: true }));
  }
  return found;
}
