import { contentOf, isAsWritten, newDict, setEntry } from './mappings';
import { newList, newTuple } from './objects';
import { outsideDict } from './outside';
import type { Interpreter } from './frames';
import type { PyDict, PyValue } from './values';

/**
 * A value of another text, for this run: what is changed here is not changed there. One object comes over once, so that two names
 * for it remain two names for one.
 */
export function adopt(run: Interpreter, value: PyValue): PyValue {
  if (typeof value !== 'object' || value === null) return value;
  const known = run.adopted.get(value);
  if (known !== undefined) return known;
  const adopted = copyOf(run, value);
  run.adopted.set(value, adopted);
  return adopted;
}

function copyOf(run: Interpreter, value: PyValue & object): PyValue {
  switch (value.kind) {
    case 'dict':
      return adoptDict(run, value);
    case 'list': {
      const list = newList(run, []);
      run.adopted.set(value, list);
      list.content.items.push(...value.content.items.map(item => adopt(run, item)));
      if (value.content.open !== undefined) list.content.open = value.content.open;
      return list;
    }
    case 'set':
      return run.heap.add({ ...value, content: { ...value.content, entries: new Map(value.content.entries) } });
    case 'tuple':
      return newTuple(value.items.map(item => adopt(run, item)));
    case 'proxy':
      return { kind: 'proxy', of: adoptDict(run, value.of) };
    case 'module':
      return { ...value, names: adoptDict(run, value.names) };
    default:
      return value;
  }
}

/** A literal that nothing has been changed in stays a literal. */
function adoptDict(run: Interpreter, dict: PyDict): PyDict {
  const known = run.adopted.get(dict);
  if (typeof known === 'object' && known?.kind === 'dict') return known;
  if (dict.content?.outside !== undefined) return outsideDict(run, dict.content.outside);
  if (isAsWritten(dict)) {
    const { written } = dict;
    const copy = run.heap.addWritten<PyDict>({
      kind: 'dict',
      content: undefined,
      epoch: 0,
      ...(written === undefined ? {} : { written }),
    });
    run.adopted.set(dict, copy);
    return copy;
  }
  const { class: type, factory } = dict;
  const copy = newDict(run, [], {
    ...(type === undefined ? {} : { class: type }),
    ...(factory === undefined ? {} : { factory }),
  });
  run.adopted.set(dict, copy);
  const { entries, open } = contentOf(run, dict);
  for (const entry of entries.values()) setEntry(run, copy, { ...entry, value: adopt(run, entry.value) });
  if (open !== undefined && copy.content !== undefined) copy.content.open = open;
  return copy;
}
