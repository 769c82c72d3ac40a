import { isLibrary, NONE_VALUE, type PyValue } from './values';

/** The special forms of `typing` that a subscript gives a meaning of its own; other types keep their arguments. */
export function subscriptOf(origin: PyValue, args: readonly PyValue[]): PyValue | undefined {
  if (origin.kind === 'class') return { kind: 'subscript', origin, args };
  if (origin.kind === 'subscript' && args.length > 0) return undefined;
  if (origin.kind !== 'library') return undefined;
  const [first, ...rest] = args;
  switch (origin.name) {
    case 'typing.Optional':
      return first === undefined ? undefined : unionOf([first, NONE_VALUE]);
    case 'typing.Union':
      return unionOf(args);
    case 'typing.Annotated':
      return first === undefined || rest.length === 0 ? undefined : annotated(first, rest);
    case 'typing.Literal':
      return { kind: 'subscript', origin, args: args.flatMap(literalValues) };
    default:
      return { kind: 'subscript', origin, args };
  }
}

/** `Annotated` within `Annotated` is one, with all metadata. */
export function annotated(type: PyValue, metadata: readonly PyValue[]): PyValue {
  if (metadata.length === 0) return type;
  if (type.kind === 'annotated')
    return { kind: 'annotated', type: type.type, metadata: [...type.metadata, ...metadata] };
  return { kind: 'annotated', type, metadata };
}

/** A union, flat, with each member once; of one member, that member. */
export function unionOf(members: readonly PyValue[]): PyValue {
  const flat = members.flatMap(each => (each.kind === 'union' ? each.members : [each]));
  const found = new Map<string, PyValue>();
  for (const [i, each] of flat.entries()) {
    const key = typeKey(each) ?? `member ${i}`;
    if (!found.has(key)) found.set(key, each);
  }
  const [only, ...others] = found.values();
  return only !== undefined && others.length === 0 ? only : { kind: 'union', members: [...found.values()] };
}

function literalValues(value: PyValue): readonly PyValue[] {
  return value.kind === 'subscript' && isLibrary(value.origin, 'typing.Literal') ? value.args : [value];
}

/** A text that equal types have in common. Nothing where equality cannot be told. */
export function typeKey(type: PyValue): string | undefined {
  if (type.kind === 'none') return 'None';
  if (type.kind === 'str') return `text ${type.value}`;
  if (type.kind === 'library') return type.name === 'types.NoneType' ? 'None' : type.name;
  if (type.kind === 'class') return `class ${type.module.path} ${type.qualname}`;
  if (type.kind === 'subscript') {
    const keys = type.args.map(argumentKey);
    return keys.includes(undefined) ? undefined : `${typeKey(type.origin) ?? ''}${JSON.stringify(keys)}`;
  }
  if (type.kind === 'union') {
    const keys = type.members.map(typeKey);
    return keys.includes(undefined) ? undefined : `union${JSON.stringify(keys.sort())}`;
  }
  return undefined;
}

function argumentKey(value: PyValue): string | undefined {
  if (value.kind === 'int' || value.kind === 'bool') return `${value.kind} ${value.value}`;
  if (value.kind === 'ellipsis') return '...';
  if (value.kind === 'member') return `member ${value.of.module.path} ${value.of.qualname} ${value.name}`;
  return typeKey(value);
}

/** A type as a message or a reference names it. */
export function typeName(type: PyValue): string {
  if (type.kind === 'none') return 'None';
  if (type.kind === 'class') return type.name;
  if (type.kind === 'library') return type.name.slice(type.name.lastIndexOf('.') + 1);
  if (type.kind === 'subscript') return `${typeName(type.origin)}[${type.args.map(typeName).join(', ')}]`;
  if (type.kind === 'union') return type.members.map(typeName).join(' | ');
  if (type.kind === 'str') return JSON.stringify(type.value);
  if (type.kind === 'typevar' || type.kind === 'newtype') return type.name;
  if (type.kind === 'annotated') return typeName(type.type);
  return type.kind;
}
