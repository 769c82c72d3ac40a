import { defined } from '../../../base/defined';
import { FactParts, NO_PARTS, type FieldSpans } from '../../../model/fact-parts';
import { fileName } from '../../../base/paths';
import { firstLine, type Span } from '../../../base/text';
import type { SourceFile } from '../../../model/fact';
import { Imports } from '../../../syntax/python/imports';
import { literalValue, nameText } from '../../../syntax/python/literal';
import { childOfKind, children, Kind, NONE, type PythonTree, spanOf, valueOf } from '../../../syntax/python/tree';
import { isUnknown, type Value } from '../../../model/value';
import type { FactWriter, Source } from '../../system';
import {
  MODULE_ATTRIBUTES,
  type Attribute,
  type Binding,
  type ImportEvent,
  type ModuleClass,
  type ModuleFact,
  type SchemaField,
} from '../facts';
import { extensionsFolder, isHidden, withoutEnding } from '../layout';
import type { PyClass } from '../../../syntax/python/evaluate/values';
import { formOfValue } from './evaluated';
import { classIn, importStage, type ImportStage } from './import-stage';
import { writeExecute } from './execute';
import { decoratorName, makingOf } from './making';
import { writePythonNames } from './python-names';
import { schemaField } from './python-schema';
import { writeUses } from './uses';

/** A text without any of these defines no attribute that makes a class a module. Most have not even their letters, which is told sooner. */
function hasWords(text: string): boolean {
  return LETTERS.test(text) && WORDS.test(text);
}

const LETTERS = /put_schema|execute/;
const WORDS = /\b(?:input_schema|output_schema)\b|\bdef\s+execute\b|\bexecute[ \t]*[:=]/;

/** Attributes that discovery or the merge with companions reads. */
const ATTRIBUTES: ReadonlySet<string> = new Set([
  'input_schema',
  'output_schema',
  'description',
  'execute',
  'name',
  'version',
  'tags',
  'annotations',
  'examples',
  'metadata',
  'documentation',
  'on_load',
  'on_unload',
]);

/**
 * Reads the classes of a Python file below an `extensions` folder, or of one that may lie below another root, or have a base
 * class of a module: of those only if an attribute says so. Of all others, the names are read for those that import them.
 */
export function readPythonModule(source: Source, out: FactWriter): void {
  const { file, text } = source;
  writeUses(source, out);
  const folder = extensionsFolder(file.path);
  if (folder === undefined && !hasWords(text)) {
    writePythonNames(source, out);
    return;
  }
  const tree = source.python('literals');
  const isAlone = folder !== undefined && !isHidden(file.path.slice(folder.length + 1));
  const stage = tree.problems.length === 0 ? importStage(tree, file.path, isAlone) : undefined;
  const classes: Read[] = [];
  const reader = new ClassReader(tree, file, stage);
  collect(reader, 0, '', classes);
  collectMade(reader, classes);
  const isSign = ({ fact }: Read) => fact.attributes.some(({ name }) => MODULE_ATTRIBUTES.has(name));
  if (folder === undefined && !classes.some(isSign)) {
    writePythonNames(source, out);
    return;
  }
  const parts = new FactParts({ start: 0, end: text.length }, firstLine(text));
  const placed = placedEvents(tree, stage);
  for (const { span } of placed) parts.field(span);
  const module: ModuleFact = {
    kind: 'module',
    name: fileName(withoutEnding(file.path)),
    file,
    dynamic: stage === undefined || stage.run.open !== undefined,
    events: placed.map(({ event }) => event),
    ...(stage === undefined ? {} : { bindings: bindingsOf(stage, reader, placed) }),
  };
  out.fact(module, parts);
  if (folder !== undefined && classes.some(({ fact }) => looksLikeModule(fact)))
    out.fact({ kind: 'module-sign', name: folder, file }, NO_PARTS);
  for (const { fact, parts: own, body } of classes) {
    out.fact(fact, own);
    writeExecute(tree, file, fact.name, body, out);
  }
}

/** What may end the import, in the order of the text; each is placed as the next field of the fact. */
function placedEvents(tree: PythonTree, stage: ImportStage | undefined): PlacedEvent[] {
  const events: PlacedEvent[] = [];
  const [problem] = tree.problems;
  if (problem !== undefined) {
    const event = { is: 'stop', exception: 'SyntaxError', message: problem.message } as const;
    events.push({ event, span: problem.span });
  }
  for (const { name, span, isGuarded } of stage?.wanted ?? [])
    events.push({ event: { is: 'import', of: name, ...(isGuarded ? { isGuarded } : {}) }, span });
  for (const { reason, span } of stage?.doubts ?? []) events.push({ event: { is: 'doubt', reason }, span });
  const stops = stage?.run.stops;
  if (stops !== undefined) {
    const { at, ...stop } = stops;
    events.push({ event: { is: 'stop', ...stop }, span: at.span });
  }
  return events;
}

interface PlacedEvent {
  readonly event: ImportEvent;
  readonly span: Span;
}

function bindingsOf(stage: ImportStage, reader: ClassReader, events: readonly PlacedEvent[]): Binding[] {
  const places = importedPlaces(reader.tree);
  const first = firstBindings(reader.tree);
  return [...stage.run.names].map(([name, { value, valueAt, certain }]): Binding => {
    const start = first.get(name) ?? valueAt.span.start;
    const after = events.filter(({ span }) => span.start <= start).length;
    const unsure = { after, ...(certain ? {} : { unsure: true as const }) };
    const imported = stage.importedAs(value);
    if (imported !== undefined) return { name, imported, ...unsure };
    const type = classIn(value);
    const className = type === undefined ? undefined : reader.factName(type);
    if (className !== undefined)
      return { name, className, after, ...(value === type && certain ? {} : { unsure: true }) };
    const isOpen = typeof value === 'object' && value?.kind === 'unknown' && value.class === undefined;
    const isOwn = isOpen && !places.has(valueAt.span.start);
    return { name, ...(isOwn ? {} : { isOther: true as const }), ...unsure };
  });
}

/** Where each name is bound first: outside of functions and classes. */
function firstBindings(tree: PythonTree): Map<string, number> {
  const found = new Map<string, number>();
  const add = (name: number): void => {
    const text = name === NONE ? undefined : nameText(tree, name)?.split('.', 1)[0];
    if (text !== undefined && !found.has(text)) found.set(text, tree.start[name]!);
  };
  for (let node = 0; node < tree.count;) {
    const kind = tree.kind[node];
    if (kind === Kind.Target) for (const each of children(tree, node)) add(each);
    if (kind === Kind.ImportedName) add(children(tree, node).at(-1) ?? NONE);
    const isInner = kind === Kind.Function || kind === Kind.Class;
    if (isInner) add(childOfKind(tree, node, Kind.Name));
    node = isInner ? tree.next[node]! : node + 1;
  }
  return found;
}

/** Where the names that imports bind stand: a class that comes by one is none of the file's. */
function importedPlaces(tree: PythonTree): Set<number> {
  const found = new Set<number>();
  for (let node = 0; node < tree.count; node++)
    if (tree.kind[node] === Kind.ImportedName || tree.kind[node] === Kind.ImportFrom) found.add(tree.start[node]!);
  return found;
}

/** Reads the classes of one file, with what running it has shown. */
class ClassReader {
  readonly tree: PythonTree;
  readonly file: SourceFile;
  readonly imports: Imports;
  readonly stage: ImportStage | undefined;
  /** Whether any field of a model may have another name outside. */
  readonly hasAliases: boolean;
  private readonly names = new Map<PyClass, string>();

  constructor(tree: PythonTree, file: SourceFile, stage: ImportStage | undefined) {
    this.tree = tree;
    this.file = file;
    this.imports = new Imports(tree);
    this.stage = stage;
    this.hasAliases = /alias/i.test(tree.text);
    for (const type of stage?.classes.values() ?? []) this.names.set(type, dottedClassName(tree, type));
  }

  factName(type: PyClass): string | undefined {
    return this.names.get(type);
  }
}

/** The name of a class with those of the classes around it. */
function dottedClassName(tree: PythonTree, type: PyClass): string {
  const node = type.written?.node ?? NONE;
  const outer = [];
  for (let at = 0; at < node; at++)
    if (tree.kind[at] === Kind.Class && tree.next[at]! > node)
      outer.push(nameText(tree, childOfKind(tree, at, Kind.Name)) ?? '');
  return [...outer, type.name].join('.');
}

interface Read {
  readonly fact: ModuleClass;
  readonly parts: FactParts;
  /** The node of its body. */
  readonly body: number;
}

/** Two of the three attributes that make a class a module: others have an `execute`, too. */
function looksLikeModule({ attributes }: ModuleClass): boolean {
  return attributes.filter(({ name }) => MODULE_ATTRIBUTES.has(name)).length >= 2;
}

/** Classes outside of functions; those inside of classes are called `Outer.Inner`. */
function collect(reader: ClassReader, parent: number, prefix: string, into: Read[]): void {
  const { tree, stage } = reader;
  for (const node of children(tree, parent)) {
    const kind = tree.kind[node];
    if (kind === Kind.Block || kind === Kind.With || kind === Kind.Body) collect(reader, node, prefix, into);
    if (kind !== Kind.Class) continue;
    // Of a class that the run of the file does not come to, or that another one replaces, nothing is left.
    if (stage !== undefined && stage.run.stops === undefined && !stage.classes.has(node)) continue;
    const read = readClass(reader, node, prefix);
    if (read === undefined) continue;
    into.push(read);
    collect(reader, childOfKind(tree, node, Kind.Body), `${read.fact.name}.`, into);
  }
}

/** Classes of functions that have been called, where a name of the file stands for one. */
function collectMade(reader: ClassReader, into: Read[]): void {
  for (const [node, type] of reader.stage?.classes ?? []) {
    const name = reader.factName(type);
    if (into.some(({ fact }) => fact.name === name)) continue;
    const read = readClass(reader, node, '');
    if (read !== undefined) into.push(read);
  }
}

/** Decorators that leave attributes alone. */
const HARMLESS_DECORATORS = /(?:^|\.)(?:dataclass|final|runtime_checkable|deprecated|override)$/;

function readClass(reader: ClassReader, node: number, prefix: string): Read | undefined {
  const { tree, imports, file, stage } = reader;
  const type = stage?.classes.get(node);
  const own = childOfKind(tree, node, Kind.Name);
  const body = childOfKind(tree, node, Kind.Body);
  const plain = own === NONE ? undefined : nameText(tree, own);
  if (plain === undefined || body === NONE) return undefined;
  const bases: string[] = [];
  let dynamic =
    type === undefined &&
    children(tree, node).some(
      child => tree.kind[child] === Kind.Decorator && !HARMLESS_DECORATORS.test(decoratorName(tree, child)),
    );
  const list = childOfKind(tree, node, Kind.Bases);
  for (const base of list === NONE ? [] : children(tree, list)) {
    if (tree.kind[base] === Kind.Keyword) {
      dynamic ||=
        nameText(tree, base + 1) === 'metaclass' && !(nameText(tree, tree.next[base + 1]!) ?? '').endsWith('ABCMeta');
      continue;
    }
    const text = nameText(tree, tree.kind[base] === Kind.Subscript ? base + 1 : base);
    if (text === undefined) dynamic = true;
    else bases.push(imports.resolve(text));
  }
  const found = readBody(tree, body, `${prefix}${plain}`, imports);
  if (type !== undefined && stage !== undefined) overwrite(found, type, stage, reader);
  const { attributes, schema } = found;
  return {
    fact: {
      kind: 'module-class',
      name: prefix + plain,
      file,
      bases,
      dynamic: dynamic || (type === undefined ? found.dynamic : isOpen(type, stage)),
      attributes,
      schema,
      ...(!reader.hasAliases && isPlainSchema(tree, node, body) ? { isPlainSchema: true as const } : {}),
      making: makingOf(tree, node, bases),
    },
    body,
    parts: new FactParts(spanOf(tree, node), spanOf(tree, own)).fields(found.attributeSpans).fields(found.schemaSpans),
  };
}

/** See `ModuleClass.isPlainSchema`. A file that mentions an alias anywhere may give one to any field. */
function isPlainSchema(tree: PythonTree, node: number, body: number): boolean {
  const list = childOfKind(tree, node, Kind.Bases);
  const [base = NONE, ...others] = list === NONE ? [] : children(tree, list);
  if (base === NONE || tree.kind[base] !== Kind.Name || others.length > 0) return false;
  if (childOfKind(tree, node, Kind.Decorator) !== NONE) return false;
  return children(tree, body).every(child => {
    const kind = tree.kind[child];
    if (kind === Kind.String || kind === Kind.Pass || kind === Kind.Constant) return true;
    return kind === Kind.Assign && childOfKind(tree, child, Kind.Annotation) !== NONE;
  });
}

/** Whether something unknown may have set attributes of a class. */
function isOpen(type: PyClass, stage: ImportStage | undefined): boolean {
  return stage?.run.contentOf(type.names).open !== undefined;
}

/** What running the body has shown of its attributes counts, whatever the statements look like. */
function overwrite(found: BodyRead, type: PyClass, stage: ImportStage, reader: ClassReader): void {
  const known = {
    run: stage.run,
    factName: (each: PyClass) => reader.factName(each),
    importedAs: stage.importedAs,
  };
  const entries = [...stage.run.contentOf(type.names).entries.values()];
  const attributes: Attribute[] = [];
  const spans: FieldSpans[] = [];
  for (const { key: name, value, keyAt, valueAt, certain } of entries) {
    if (typeof name !== 'string' || !ATTRIBUTES.has(name)) continue;
    const index = found.attributes.findLastIndex(each => each.name === name);
    const before = found.attributes[index];
    const form = certain ? formOfValue(value, known) : ({ form: 'other' } as const);
    const isStated = form.form === 'other' && certain && before?.form === 'literal';
    attributes.push(isStated ? before : { name, ...form });
    spans.push(found.attributeSpans[index] ?? { name: keyAt.span, value: valueAt.span });
  }
  const annotations = found.attributes.flatMap((each, i) =>
    each.form === 'annotation' && !attributes.some(({ name }) => name === each.name) ? [i] : [],
  );
  for (const i of annotations) {
    attributes.push(defined(found.attributes[i], 'an annotation'));
    spans.push(defined(found.attributeSpans[i], 'the place of an annotation'));
  }
  found.attributes.splice(0, Infinity, ...attributes);
  found.attributeSpans.splice(0, Infinity, ...spans);
}

interface BodyRead {
  readonly attributes: Attribute[];
  readonly attributeSpans: FieldSpans[];
  readonly schema: SchemaField[];
  readonly schemaSpans: FieldSpans[];
  /** An attribute is set under a condition. */
  dynamic: boolean;
}

function readBody(tree: PythonTree, body: number, owner: string, imports: Imports): BodyRead {
  const found: BodyRead = { attributes: [], attributeSpans: [], schema: [], schemaSpans: [], dynamic: false };
  const nested = new Set(
    children(tree, body)
      .filter(child => tree.kind[child] === Kind.Class)
      .map(child => nameText(tree, childOfKind(tree, child, Kind.Name))),
  );
  const add = (attribute: Attribute, name: number, value: number): void => {
    if (!ATTRIBUTES.has(attribute.name)) return;
    found.attributes.push(attribute);
    found.attributeSpans.push({ name: spanOf(tree, name), value: spanOf(tree, value) });
  };
  for (const node of children(tree, body)) {
    const kind = tree.kind[node];
    if (kind === Kind.Block || kind === Kind.With) found.dynamic = true;
    else if (kind === Kind.Function || kind === Kind.Class) {
      const name = childOfKind(tree, node, Kind.Name);
      const text = name === NONE ? undefined : nameText(tree, name);
      if (text === undefined) continue;
      if (kind === Kind.Class) add({ name: text, form: 'class', target: `${owner}.${text}` }, name, name);
      else add({ name: text, form: isPlainMethod(tree, node) ? 'method' : 'other' }, name, name);
    } else if (kind === Kind.Assign) {
      const value = valueOf(tree, node);
      for (const target of children(tree, node)) {
        if (tree.kind[target] !== Kind.Target) continue;
        const name = nameText(tree, target + 1);
        if (name === undefined) continue;
        add({ name, ...formOf(tree, value, owner, nested, imports) }, target + 1, value === NONE ? target + 1 : value);
        const annotation = childOfKind(tree, node, Kind.Annotation);
        if (annotation === NONE || name.startsWith('_')) continue;
        const field = schemaField(tree, name, annotation + 1, value);
        if (field === undefined) continue;
        found.schema.push(field);
        found.schemaSpans.push({ name: spanOf(tree, target), value: spanOf(tree, annotation) });
      }
    }
  }
  return found;
}

function formOf(
  tree: PythonTree,
  value: number,
  owner: string,
  nested: ReadonlySet<string | undefined>,
  imports: Imports,
): Omit<Attribute, 'name'> {
  if (value === NONE) return { form: 'annotation' };
  const text = nameText(tree, value);
  if (text !== undefined)
    return { form: 'class', target: nested.has(text) ? `${owner}.${text}` : imports.resolve(text) };
  const literal = annotationsOf(tree, value) ?? literalValue(tree, value);
  return isUnknown(literal) ? { form: 'other' } : { form: 'literal', value: literal };
}

/** The keywords of `ModuleAnnotations(readonly=True)`, which is how code states annotations. */
function annotationsOf(tree: PythonTree, value: number): Value | undefined {
  if (tree.kind[value] !== Kind.Call || !/(?:^|\.)ModuleAnnotations$/.test(nameText(tree, value + 1) ?? ''))
    return undefined;
  return keywordsOf(tree, value);
}

/** The arguments of a call that has nothing but keywords. */
function keywordsOf(tree: PythonTree, value: number): Value | undefined {
  const parts = children(tree, value).slice(1);
  if (parts.some(part => tree.kind[part] !== Kind.Keyword)) return undefined;
  return new Map(
    parts.map(part => [
      defined(nameText(tree, part + 1), 'the name of a keyword'),
      literalValue(tree, valueOf(tree, part)),
    ]),
  );
}

/** A method that can be called on the class, as far as its decorators are known. */
function isPlainMethod(tree: PythonTree, node: number): boolean {
  return children(tree, node).every(
    child =>
      tree.kind[child] !== Kind.Decorator ||
      /(?:^|\.)(?:abstractmethod|staticmethod|classmethod|override)$/.test(decoratorName(tree, child)),
  );
}
