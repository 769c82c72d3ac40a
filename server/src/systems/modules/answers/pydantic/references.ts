import { isLibrary, type PyClass, type PyValue } from './values';

/** The names of classes in references, as `get_type_ref` makes them: with a number that tells classes of one name apart. */
export class References {
  private readonly numbers = new Map<object, number>();

  /** `module.Outer.Inner:1`, of a generic class with arguments `module.Page:1[module.Item:2]`. */
  of(type: PyClass, args: readonly PyValue[]): string {
    const name = `${type.module.name}.${type.qualname}:${this.numberOf(type)}`;
    return args.length === 0 ? name : `${name}[${args.map(arg => this.ofArgument(arg)).join(',')}]`;
  }

  private ofArgument(arg: PyValue): string {
    return `${displayName(arg)}:${arg.kind === 'class' ? this.numberOf(arg) : 0}`;
  }

  private numberOf(type: object): number {
    const known = this.numbers.get(type);
    if (known !== undefined) return known;
    this.numbers.set(type, this.numbers.size + 1);
    return this.numbers.size;
  }
}

/** A type as pydantic shows it in the name of a generic model (`_repr.display_as_type`). */
export function displayName(type: PyValue): string {
  if (type.kind === 'none') return 'NoneType';
  if (type.kind === 'class') return type.qualname;
  if (type.kind === 'library') return type.spelling ?? type.name.slice(type.name.lastIndexOf('.') + 1);
  if (type.kind === 'union') return `Union[${type.members.map(displayName).join(', ')}]`;
  if (type.kind === 'subscript') {
    const args = type.args.map(isLibrary(type.origin, 'typing.Literal') ? shown : displayName);
    return `${displayName(type.origin)}[${args.join(', ')}]`;
  }
  if (type.kind === 'str') return type.value;
  if (type.kind === 'ellipsis') return '...';
  return type.kind;
}

/** Whether the name of a generic model with this argument can be told. */
export function hasKnownName(type: PyValue): boolean {
  if (type.kind === 'subscript') {
    if (isLibrary(type.origin, 'typing.Literal')) return type.args.every(isShown);
    return !isShort(type.origin) && type.args.every(hasKnownName);
  }
  if (type.kind === 'union') return type.members.every(hasKnownName);
  if (type.kind === 'library' && ANNOTATED.test(type.name)) return false;
  return NAMED.has(type.kind);
}

/** Types of pydantic that are `Annotated` when they have an argument, and are named accordingly. */
function isShort(origin: PyValue): boolean {
  return origin.kind === 'library' && origin.name.startsWith('pydantic.');
}

/** The types of pydantic that are `Annotated` by themselves. */
const ANNOTATED =
  /^typing\.AnyStr$|^pydantic\.(?:Strict\w+|(?:Non)?(?:Positive|Negative)(?:Int|Float)|FiniteFloat|UUID\d|(?:File|Directory|New|Socket)Path|Base64\w+|JsonValue)$/;

const NAMED: ReadonlySet<string> = new Set(['none', 'class', 'library', 'str', 'ellipsis']);

/** A value of a `Literal` as Python shows it. */
function shown(value: PyValue): string {
  if (value.kind === 'str') return `'${value.value}'`;
  if (value.kind === 'int') return value.value.toString();
  if (value.kind === 'bool') return value.value ? 'True' : 'False';
  return value.kind === 'none' ? 'None' : displayName(value);
}

function isShown(value: PyValue): boolean {
  if (value.kind === 'str') return !/['"\\\p{C}]/u.test(value.value);
  return value.kind === 'int' || value.kind === 'bool' || value.kind === 'none';
}
