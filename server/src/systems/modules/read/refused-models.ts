import type { ModuleRun } from '../../../syntax/python/evaluate/run';
import { Imports } from '../../../syntax/python/imports';
import { literalValue, nameText } from '../../../syntax/python/literal';
import {
  childOfKind,
  children,
  firstChild,
  Kind,
  NONE,
  Operator,
  operatorOf,
  spanOf,
  textOf,
  valueOf,
  type PythonTree,
} from '../../../syntax/python/tree';
import { isUnknown } from '../../../model/value';
import { isNamed, keywordsOf, refusedConstraint, type ModelText } from './refused-constraints';

/** A statement in the body of a model that makes pydantic raise an exception, though each of its expressions is well. */
interface Refused {
  readonly exception: string;
  readonly message: string;
  readonly node: number;
}

/** A model with the names that its body annotates. */
interface Model extends ModelText {
  readonly fields: ReadonlySet<string>;
  /** Whether the configuration of the model takes the descriptions of fields from the texts below them. */
  readonly isDocumented: boolean;
}

/** Why a class statement of a pydantic model fails: pydantic looks at the whole class once its body has run. */
export function refusedModel(tree: PythonTree, source: string): ModuleRun['stops'] {
  const text = { tree, imports: new Imports(tree) };
  const models = new Map<string, boolean>();
  for (const statement of children(tree, 0)) {
    const root = tree.kind[statement] === Kind.Class ? refusedRoot(text, statement) : undefined;
    if (root !== undefined)
      return { exception: root.exception, message: root.message, at: { source, span: spanOf(tree, root.node) } };
    const isDocumented = tree.kind[statement] === Kind.Class ? documentedBy(text, statement, models) : undefined;
    if (isDocumented === undefined) continue;
    models.set(nameText(tree, childOfKind(tree, statement, Kind.Name)) ?? '', isDocumented);
    const body = children(tree, childOfKind(tree, statement, Kind.Body));
    const of = { ...text, fields: fieldsIn(tree, body), isDocumented };
    const isOpen = !isPlain(text, statement) || OPEN.test(textOf(tree, statement));
    for (const each of body) {
      const refused = (isOpen ? undefined : refusedStatement(of, each)) ?? refusedField(of, each);
      if (refused === undefined) continue;
      const { exception, message, node } = refused;
      return { exception, message, at: { source, span: spanOf(tree, node) } };
    }
  }
  return undefined;
}

/** What a class of `RootModel` cannot say: that it has other fields than `root`, and what becomes of values that are none. */
function refusedRoot(text: ModelText, statement: number): Refused | undefined {
  const { tree } = text;
  const bases = childOfKind(tree, statement, Kind.Bases);
  const [base = NONE] = bases === NONE ? [] : children(tree, bases);
  const of = base !== NONE && tree.kind[base] === Kind.Subscript ? firstChild(tree, base) : base;
  if (of === NONE || !isNamed(text, of, 'pydantic.RootModel')) return undefined;
  for (const each of children(tree, childOfKind(tree, statement, Kind.Body))) {
    if (tree.kind[each] !== Kind.Assign) continue;
    const target = childOfKind(tree, each, Kind.Target);
    const name = (target === NONE ? undefined : nameText(tree, target + 1)) ?? '_';
    const annotation = childOfKind(tree, each, Kind.Annotation);
    if (name === 'model_config' && /\bextra["']?\s*[=:]/.test(textOf(tree, each)))
      return { exception: 'PydanticUserError', message: `a RootModel has no 'extra' in its configuration`, node: each };
    if (annotation === NONE || name === 'root' || name.startsWith('_') || name === 'model_config') continue;
    if (!/\bClassVar\b/.test(textOf(tree, annotation)))
      return { exception: 'NameError', message: `a RootModel has no field but 'root', not '${name}'`, node: each };
  }
  return undefined;
}

/** Whether BaseModel is all that a class derives from: other bases may say that a name is a class variable, or have it as a field. */
function isPlain(text: ModelText, statement: number): boolean {
  const [base, other] = children(text.tree, childOfKind(text.tree, statement, Kind.Bases));
  return base !== undefined && other === undefined && isNamed(text, base, 'pydantic.BaseModel');
}

/** What in a class has pydantic take what it refuses otherwise. */
const OPEN = /\b(?:arbitrary_types_allowed|ignored_types|protected_namespaces)\b/;

/** Whether a model takes the descriptions of fields from the texts below them, itself or by its base; undefined for other classes. */
function documentedBy(text: ModelText, statement: number, models: ReadonlyMap<string, boolean>): boolean | undefined {
  const { tree } = text;
  const bases = childOfKind(tree, statement, Kind.Bases);
  const inherited = (bases === NONE ? [] : children(tree, bases)).map(base =>
    isNamed(text, base, 'pydantic.BaseModel') ? false : models.get(nameText(tree, base) ?? ''),
  );
  if (inherited.every(each => each === undefined)) return undefined;
  return inherited.includes(true) || DOCUMENTED.test(textOf(tree, statement));
}

function refusedStatement(text: Model, statement: number): Refused | undefined {
  const { tree } = text;
  if (tree.kind[statement] === Kind.Function) return refusedValidator(text, statement);
  if (tree.kind[statement] !== Kind.Assign) return undefined;
  const target = childOfKind(tree, statement, Kind.Target);
  const name = target === NONE ? undefined : nameText(tree, target + 1);
  if (name === undefined || name.startsWith('_')) return undefined;
  const annotation = childOfKind(tree, statement, Kind.Annotation);
  const value = valueOf(tree, statement);
  if (annotation === NONE) return refusedAttribute(text, name, value);
  return refusedName(name, target, value) ?? refusedType(text, annotation) ?? refusedKeyword(text, value);
}

/** What is refused of a field whatever the bases of its model are. */
function refusedField(text: Model, statement: number): Refused | undefined {
  const { tree } = text;
  const annotation = tree.kind[statement] === Kind.Assign ? childOfKind(tree, statement, Kind.Annotation) : NONE;
  if (annotation === NONE) return undefined;
  const constraint = refusedConstraint(text, annotation, valueOf(tree, statement));
  if (constraint === undefined) return unreadableType(text, annotation);
  const message = `'${constraint.name}' of this field has to be ${constraint.wanted}`;
  return { exception: 'SchemaError', message, node: constraint.node };
}

/** `x = 3`: only what is annotated can be a field, and constants are nothing else. */
function refusedAttribute({ tree }: ModelText, name: string, value: number): Refused | undefined {
  if (name === 'model_config') return refusedConfig(tree, value);
  if (value === NONE || isUnknown(literalValue(tree, value))) return undefined;
  const message = `A non-annotated attribute was detected: '${name}'`;
  return { exception: 'PydanticUserError', message, node: value };
}

/** `extra` has three values in all versions. */
function refusedConfig(tree: PythonTree, value: number): Refused | undefined {
  const extra = /\bextra\s*=\s*(["'])(\w*)\1/.exec(value === NONE ? '' : textOf(tree, value))?.[2];
  if (extra === undefined || ['allow', 'forbid', 'ignore'].includes(extra)) return undefined;
  return { exception: 'SchemaError', message: `Invalid extra_behavior: '${extra}'`, node: value };
}

/** Names of what every model has that pydantic guards in all of its versions. */
const GUARDED = new Set([
  'model_dump',
  'model_dump_json',
  'model_validate',
  'model_validate_json',
  'model_validate_strings',
]);

function refusedName(name: string, target: number, value: number): Refused | undefined {
  if (name === 'model_config' && value === NONE)
    return { exception: 'PydanticUserError', message: `'model_config' is no name of a field`, node: target };
  if (!GUARDED.has(name)) return undefined;
  return { exception: 'ValueError', message: `Field '${name}' conflicts with a member of BaseModel`, node: target };
}

/** Types of Python that pydantic has no schema of, with or without arguments. */
const REFUSED_TYPES = new Set(
  (
    'bytearray memoryview range slice property staticmethod classmethod super Exception BaseException ValueError TypeError KeyError ' +
    'RuntimeError datetime.tzinfo datetime.timezone logging.Logger string.Template types.SimpleNamespace array.array threading.Lock ' +
    'LiteralString Never NoReturn Collection Container Iterator Sized Reversible KeysView ValuesView ItemsView Awaitable Coroutine ' +
    'AsyncIterator AsyncIterable AsyncGenerator SupportsInt SupportsFloat SupportsIndex SupportsAbs Generic IO TextIO BinaryIO'
  ).split(' '),
);

/** What says something of a name of a typed dict; a model has none of it. */
const FOR_TYPED_DICTS = ['Required', 'NotRequired', 'ReadOnly'].flatMap(each => [
  `typing.${each}`,
  `typing_extensions.${each}`,
]);

/** Types whose arguments pydantic makes schemas of. */
const OF_TYPES = (
  'list set frozenset tuple dict collections.deque typing.List typing.Set typing.FrozenSet typing.Tuple typing.Dict typing.Optional ' +
  'typing.Union typing.Sequence typing.Iterable typing.Mapping'
).split(' ');

function refusedType(text: ModelText, annotation: number): Refused | undefined {
  const { tree } = text;
  const type = firstChild(tree, annotation);
  const [of = NONE] = tree.kind[type] === Kind.Subscript ? children(tree, type) : [];
  if (of !== NONE && FOR_TYPED_DICTS.some(each => isNamed(text, of, each)))
    return { exception: 'PydanticForbiddenQualifier', message: `${textOf(tree, of)} is for typed dicts`, node: type };
  const refused = refusedTypeIn(text, type);
  if (refused === undefined) return undefined;
  const message = `Unable to generate pydantic-core schema for ${textOf(tree, refused)}`;
  return { exception: 'PydanticSchemaGenerationError', message, node: refused };
}

/** The type in a type that pydantic has no schema of, as deep as it looks. */
function refusedTypeIn(text: ModelText, type: number): number | undefined {
  const { tree } = text;
  const [first = NONE, second = NONE] = children(tree, type);
  switch (tree.kind[type]) {
    case Kind.Number:
      return type;
    case Kind.Name:
      return isRefusedName(text, type) ? type : undefined;
    case Kind.Binary:
      return operatorOf(tree, type) === Operator.BitOr
        ? (refusedTypeIn(text, first) ?? refusedTypeIn(text, second))
        : undefined;
    case Kind.Subscript: {
      if (isRefusedName(text, first)) return type;
      const parts = tree.kind[second] === Kind.Tuple ? children(tree, second) : [second];
      if (!OF_TYPES.some(each => isNamed(text, first, each))) return undefined;
      return parts.map(part => refusedTypeIn(text, part)).find(each => each !== undefined);
    }
    case undefined:
    default:
      return undefined;
  }
}

/** Whether a name stands for a type without a schema: one of Python's, or a class of the file that derives from nothing and has nothing. */
function isRefusedName({ tree, imports }: ModelText, node: number): boolean {
  const written = nameText(tree, node);
  if (written === undefined) return false;
  const bound = children(tree, 0).filter(each => boundName(tree, each) === written);
  const [only] = bound;
  if (only !== undefined) return bound.length === 1 && BARE.test(textOf(tree, only));
  const resolved = imports.resolve(written);
  const short = resolved.replace(/^(?:typing|typing_extensions|collections\.abc)\./, '');
  return REFUSED_TYPES.has(short);
}

/** A class without bases, decorators and anything in it that pydantic could ask. */
const BARE = /^class\s+\w+(?:\(\))?:(?![^]*__get_pydantic)/;

function boundName(tree: PythonTree, statement: number): string | undefined {
  const kind = tree.kind[statement];
  if (kind === Kind.Class || kind === Kind.Function) return nameText(tree, childOfKind(tree, statement, Kind.Name));
  const target = kind === Kind.Assign ? childOfKind(tree, statement, Kind.Target) : NONE;
  return target === NONE ? undefined : nameText(tree, target + 1);
}

/** Keywords of `Field` that pydantic 2 has taken away. */
const REMOVED = new Set(['const', 'regex', 'unique_items']);

function refusedKeyword(text: ModelText, call: number): Refused | undefined {
  const { tree } = text;
  for (const { name, node } of keywordsOf(text, call))
    if (REMOVED.has(name) && textOf(tree, node) !== 'None')
      return { exception: 'PydanticUserError', message: `'${name}' is removed`, node };
  return undefined;
}

/** `@field_validator` needs the names of fields, and a method of the class; `@model_validator` needs a mode. */
function refusedValidator(text: Model, method: number): Refused | undefined {
  const { tree } = text;
  for (const decorator of children(tree, method)) {
    if (tree.kind[decorator] !== Kind.Decorator) continue;
    const called = firstChild(tree, decorator);
    if (isNamed(text, called, 'pydantic.field_validator'))
      return { exception: 'PydanticUserError', message: '@field_validator needs the names of fields', node: called };
    if (tree.kind[called] === Kind.Call && isNamed(text, firstChild(tree, called), 'pydantic.field_validator')) {
      const refused = misplacedValidator(text, method, called);
      if (refused !== undefined) return refused;
    }
    if (isNamed(text, called, 'pydantic.model_validator'))
      return { exception: 'TypeError', message: 'model_validator() takes 0 positional arguments', node: called };
  }
  return undefined;
}

/** `@field_validator("name")` of an instance method, or of a field that the model does not have. */
function misplacedValidator({ tree, fields }: Model, method: number, call: number): Refused | undefined {
  const [, ...args] = children(tree, call);
  const parameters = childOfKind(tree, method, Kind.Parameters);
  const self = parameters === NONE ? NONE : childOfKind(tree, firstChild(tree, parameters), Kind.Name);
  if (self !== NONE && nameText(tree, self) === 'self' && !/@(?:classmethod|staticmethod)\b/.test(textOf(tree, method)))
    return { exception: 'PydanticUserError', message: '@field_validator is for methods of the class', node: call };
  if (/\bcheck_fields\b/.test(textOf(tree, call))) return undefined;
  const strange = args.find(each => {
    const name = literalValue(tree, each);
    return typeof name === 'string' && name !== '*' && !fields.has(name);
  });
  if (strange === undefined) return undefined;
  return { exception: 'PydanticUserError', message: `the model has no field ${textOf(tree, strange)}`, node: strange };
}

function fieldsIn(tree: PythonTree, body: readonly number[]): Set<string> {
  return new Set(
    body.flatMap(statement => {
      const isField = tree.kind[statement] === Kind.Assign && childOfKind(tree, statement, Kind.Annotation) !== NONE;
      return isField ? (nameText(tree, childOfKind(tree, statement, Kind.Target) + 1) ?? []) : [];
    }),
  );
}

const DOCUMENTED = /\buse_attribute_docstrings\s*=\s*True\b/;

/**
 * The dataclass or typed dict in the type of a field of a model with described fields: pydantic reads its source by its module, which discovery
 * does not register.
 */
function unreadableType({ tree, isDocumented }: Model, annotation: number): Refused | undefined {
  if (!isDocumented) return undefined;
  const unreadable = unreadableClasses(tree);
  for (let node = annotation + 1; node < tree.next[annotation]!; node++) {
    const name = nameText(tree, node);
    if (name !== undefined && unreadable.has(name))
      return { exception: 'TypeError', message: `<class '${name}'> is a built-in class`, node };
  }
  return undefined;
}

function unreadableClasses(tree: PythonTree): ReadonlySet<string> {
  const classes = children(tree, 0).filter(
    node => tree.kind[node] === Kind.Class && UNREADABLE.test(textOf(tree, node)),
  );
  return new Set(classes.flatMap(node => nameText(tree, childOfKind(tree, node, Kind.Name)) ?? []));
}

const UNREADABLE = /^@(?:dataclasses\.)?dataclass\b|^class\s+\w+\s*\(\s*(?:\w+\.)?TypedDict\b/;
