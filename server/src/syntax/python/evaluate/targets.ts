import { nameText } from '../literal';
import { Kind, NONE, children, firstChild } from '../tree';
import { attributeOf, deleteAttribute, setAttribute } from './attributes';
import { placeOf, type Frame, type Interpreter } from './frames';
import { itemsOf } from './iterating';
import { bindName, deleteName, privateName, valueOfName } from './names';
import { newList, openList } from './objects';
import { doubtful, isUnknown, raise } from './outcomes';
import { deleteSubscript, setSubscript } from './subscripts';
import type { Place, PyValue } from './values';

/** `target = value`, where the value is written at `valueAt`. */
export function assign(run: Interpreter, frame: Frame, target: number, value: PyValue, valueAt: Place): void {
  const { tree } = frame;
  run.site = placeOf(frame, target);
  switch (tree.kind[target]!) {
    case Kind.Name:
    case Kind.Attribute: {
      const name = ownName(frame, target);
      if (name !== undefined) return bindName(run, frame, name, value, run.site, valueAt);
      const { object, attribute } = attributeTarget(run, frame, target);
      return setAttribute(run, object, attribute, value, run.site, valueAt);
    }
    case Kind.Subscript: {
      const { object, key, keyAt } = itemTarget(run, frame, target);
      return setSubscript(run, object, key, value, keyAt, valueAt);
    }
    case Kind.Tuple:
    case Kind.List:
      return unpack(run, frame, target, value, valueAt);
    default:
      doubtful(run, 'operation', 'a target is not understood');
  }
}

/** The name that a target is; nothing for a dotted one. */
export function ownName({ tree }: Frame, target: number): string | undefined {
  const name = nameText(tree, target);
  return name?.includes('.') === true ? undefined : name;
}

/** The object and the name of an attribute that is assigned or deleted. */
export function attributeTarget(
  run: Interpreter,
  frame: Frame,
  target: number,
): { object: PyValue; attribute: string } {
  const { tree } = frame;
  const [value = NONE, name = NONE] = children(tree, target);
  const isName = tree.kind[target] === Kind.Name;
  const names = (nameText(tree, isName ? target : name) ?? '').split('.');
  let object = isName ? valueOfName(run, frame, names.shift() ?? '') : run.evaluate(frame, value);
  const attribute = privateName(frame, names.pop() ?? '');
  for (const one of names) {
    run.site = placeOf(frame, target);
    object = attributeOf(run, object, privateName(frame, one));
  }
  run.site = placeOf(frame, target);
  return { object, attribute };
}

/** The object and the key of an item that is assigned or deleted. */
export function itemTarget(
  run: Interpreter,
  frame: Frame,
  target: number,
): { object: PyValue; key: PyValue; keyAt: Place } {
  const [value = NONE, index = NONE] = children(frame.tree, target);
  const object = run.evaluate(frame, value);
  const key = index === NONE ? null : run.evaluate(frame, index);
  run.site = placeOf(frame, target);
  return { object, key, keyAt: placeOf(frame, index === NONE ? target : index) };
}

function unpack(run: Interpreter, frame: Frame, target: number, value: PyValue, valueAt: Place): void {
  const { tree } = frame;
  const targets = children(tree, target);
  const items = itemsOf(run, value);
  if (isUnknown(items)) {
    // There may be more or fewer items than targets.
    const each = doubtful(run, 'operation', items.reason, { reach: items.reach ?? [] });
    return assignEach(
      run,
      frame,
      targets,
      targets.map(() => each),
      valueAt,
    );
  }
  const star = targets.findIndex(one => tree.kind[one] === Kind.Spread);
  if (star < 0 && items.length !== targets.length)
    raise(
      run,
      'ValueError',
      `${items.length < targets.length ? 'not enough' : 'too many'} values to unpack (expected ${targets.length})`,
    );
  if (star < 0) return assignEach(run, frame, targets, items, valueAt);
  const behind = targets.length - star - 1;
  if (items.length < star + behind) raise(run, 'ValueError', 'not enough values to unpack');
  const rest = newList(run, items.slice(star, items.length - behind));
  const spread = [...items.slice(0, star), rest, ...items.slice(items.length - behind)];
  assignEach(run, frame, targets, spread, valueAt);
}

function assignEach(
  run: Interpreter,
  frame: Frame,
  targets: readonly number[],
  values: readonly PyValue[],
  valueAt: Place,
): void {
  targets.forEach((target, index) => {
    const isSpread = frame.tree.kind[target] === Kind.Spread;
    const value = values[index] ?? null;
    const isOpen = isSpread && isUnknown(value);
    assign(
      run,
      frame,
      isSpread ? firstChild(frame.tree, target) : target,
      isOpen ? openList(run, value) : value,
      valueAt,
    );
  });
}

/** `del target` */
export function remove(run: Interpreter, frame: Frame, target: number): void {
  run.site = placeOf(frame, target);
  switch (frame.tree.kind[target]!) {
    case Kind.Name:
    case Kind.Attribute: {
      const name = ownName(frame, target);
      if (name !== undefined) return deleteName(run, frame, name);
      const { object, attribute } = attributeTarget(run, frame, target);
      return deleteAttribute(run, object, attribute);
    }
    case Kind.Subscript: {
      const { object, key } = itemTarget(run, frame, target);
      return deleteSubscript(run, object, key);
    }
    default:
      for (const child of children(frame.tree, target)) remove(run, frame, child);
  }
}
