import { defined } from '../../../base/defined';
import { FactParts, NO_PARTS, type FieldSpans } from '../../../model/fact-parts';
import { fileName } from '../../../base/paths';
import { firstLine } from '../../../base/text';
import type { SourceFile } from '../../../model/fact';
import { Imports } from '../../../syntax/python/imports';
import { literalValue, nameText } from '../../../syntax/python/literal';
import { childOfKind, children, Kind, NONE, type PythonTree, spanOf, valueOf } from '../../../syntax/python/tree';
import { isUnknown, type Value } from '../../../model/value';
import type { FactWriter, Source } from '../../system';
import { MODULE_ATTRIBUTES, type Attribute, type ModuleClass, type ModuleFact, type SchemaField } from '../facts';
import { extensionsFolder, withoutEnding } from '../layout';
import { cleanDoc } from './docstring';
import { schemaField } from './python-schema';

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
 * class of a module: of those only if an attribute says so. All other files cost one look at their text.
 */
export function readPythonModule(source: Source, out: FactWriter): void {
  const { file, text } = source;
  const folder = extensionsFolder(file.path);
  if (folder === undefined && !hasWords(text)) return;
  const tree = source.python('literals');
  const classes: Read[] = [];
  collect(tree, 0, '', new Imports(tree), file, classes);
  const isSign = ({ fact }: Read) => fact.attributes.some(({ name }) => MODULE_ATTRIBUTES.has(name));
  if (folder === undefined && !classes.some(isSign)) return;
  const module: ModuleFact = {
    kind: 'module',
    name: fileName(withoutEnding(file.path)),
    file,
    dynamic: makesClasses(tree),
  };
  out.fact(module, new FactParts({ start: 0, end: text.length }, firstLine(text)));
  if (folder !== undefined && classes.some(({ fact }) => looksLikeModule(fact)))
    out.fact({ kind: 'module-sign', name: folder, file }, NO_PARTS);
  for (const { fact, parts } of classes) out.fact(fact, parts);
}

interface Read {
  readonly fact: ModuleClass;
  readonly parts: FactParts;
}

/** Two of the three attributes that make a class a module: others have an `execute`, too. */
function looksLikeModule({ attributes }: ModuleClass): boolean {
  return attributes.filter(({ name }) => MODULE_ATTRIBUTES.has(name)).length >= 2;
}

/** Classes outside of functions; those inside of classes are called `Outer.Inner`. */
function collect(
  tree: PythonTree,
  parent: number,
  prefix: string,
  imports: Imports,
  file: SourceFile,
  into: Read[],
): void {
  for (const node of children(tree, parent)) {
    const kind = tree.kind[node];
    if (kind === Kind.Block || kind === Kind.With || kind === Kind.Body)
      collect(tree, node, prefix, imports, file, into);
    if (kind !== Kind.Class) continue;
    const read = readClass(tree, node, prefix, imports, file);
    if (read === undefined) continue;
    into.push(read);
    collect(tree, childOfKind(tree, node, Kind.Body), `${read.fact.name}.`, imports, file, into);
  }
}

/** Decorators that leave attributes alone. */
const HARMLESS_DECORATORS = /(?:^|\.)(?:dataclass|final|runtime_checkable|deprecated|override)$/;

function readClass(
  tree: PythonTree,
  node: number,
  prefix: string,
  imports: Imports,
  file: SourceFile,
): Read | undefined {
  const own = childOfKind(tree, node, Kind.Name);
  const body = childOfKind(tree, node, Kind.Body);
  const plain = own === NONE ? undefined : nameText(tree, own);
  if (plain === undefined || body === NONE) return undefined;
  const bases: string[] = [];
  let dynamic = children(tree, node).some(
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
  const { attributes, schema, doc, options } = found;
  return {
    fact: {
      kind: 'module-class',
      name: prefix + plain,
      file,
      bases,
      dynamic: dynamic || found.dynamic,
      attributes,
      schema,
      ...(options === undefined ? {} : { options }),
      ...(doc === undefined ? {} : { doc }),
    },
    parts: new FactParts(spanOf(tree, node), spanOf(tree, own)).fields(found.attributeSpans).fields(found.schemaSpans),
  };
}

function decoratorName(tree: PythonTree, decorator: number): string {
  const inner = tree.kind[decorator + 1] === Kind.Call ? decorator + 2 : decorator + 1;
  return nameText(tree, inner) ?? '';
}

interface BodyRead {
  readonly attributes: Attribute[];
  readonly attributeSpans: FieldSpans[];
  readonly schema: SchemaField[];
  readonly schemaSpans: FieldSpans[];
  /** An attribute is set under a condition. */
  dynamic: boolean;
  options?: Value;
  doc?: string;
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
  for (const [i, node] of children(tree, body).entries()) {
    const kind = tree.kind[node];
    if (kind === Kind.String && i === 0) {
      const doc = literalValue(tree, node);
      if (typeof doc === 'string' && doc !== '') found.doc = cleanDoc(doc);
    } else if (kind === Kind.Block || kind === Kind.With) found.dynamic = true;
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
        if (name === 'model_config' && value !== NONE) found.options = configOf(tree, value);
        add({ name, ...formOf(tree, value, owner, nested, imports) }, target + 1, value === NONE ? target + 1 : value);
        const annotation = childOfKind(tree, node, Kind.Annotation);
        if (annotation === NONE || ATTRIBUTES.has(name) || name.startsWith('_')) continue;
        const field = schemaField(tree, name, annotation + 1, value, imports);
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

/** `ConfigDict(extra="forbid")`, or a dict. */
function configOf(tree: PythonTree, value: number): Value {
  const isCall = tree.kind[value] === Kind.Call && /(?:^|\.)ConfigDict$|^dict$/.test(nameText(tree, value + 1) ?? '');
  return (isCall ? keywordsOf(tree, value) : undefined) ?? literalValue(tree, value);
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

/** Whether the file may have classes that no class statement of it defines, or changes those that it defines. */
function makesClasses(tree: PythonTree): boolean {
  for (const node of children(tree, 0)) {
    if (tree.kind[node] !== Kind.Assign) continue;
    const value = valueOf(tree, node);
    const name = nameText(tree, node + 2) ?? '';
    if (name.includes('.') && ATTRIBUTES.has(name.slice(name.lastIndexOf('.') + 1))) return true;
    if (value !== NONE && tree.kind[value] === Kind.Call && /^[A-Z]\w*[a-z]/.test(name)) return true;
  }
  return false;
}
