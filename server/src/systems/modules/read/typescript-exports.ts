import { FactParts, type FieldSpans } from '../../../model/fact-parts';
import type { SourceFile } from '../../../model/fact';
import { isUnknown } from '../../../model/value';
import {
  bare,
  childrenOf,
  literalOf,
  type Node,
  propertiesOf,
  type Property,
  type ScriptTree,
  spanOf,
  textOf,
} from '../../../syntax/typescript/tree';
import { MULTI_CLASS, type Attribute, type ModuleClass } from '../facts';
import { objectFields, typeCall } from './typebox';

/** The names in TypeScript of what both languages have. */
const ATTRIBUTES: ReadonlyMap<string, string> = new Map([
  ['inputSchema', 'input_schema'],
  ['outputSchema', 'output_schema'],
  ['description', 'description'],
  ['execute', 'execute'],
  ['name', 'name'],
  ['version', 'version'],
  ['tags', 'tags'],
  ['annotations', 'annotations'],
  ['examples', 'examples'],
  ['metadata', 'metadata'],
  ['documentation', 'documentation'],
  ['onLoad', 'on_load'],
  ['onUnload', 'on_unload'],
  ['multiClass', MULTI_CLASS],
]);

/** A fact with the places of its parts. */
interface Read {
  readonly fact: ModuleClass;
  readonly parts: FactParts;
}

/** Something declared at the top of the file: its name, and its value or class. */
interface Declared {
  readonly nameNode: Node;
  readonly node: Node;
  readonly kind: 'value' | 'class' | 'function';
}

/** What a file exports, each as if it were a class, and the classes and schemas that exports are made of. */
export function exportsOf(
  tree: ScriptTree,
  file: SourceFile,
): { readonly classes: readonly Read[]; readonly dynamic: boolean } {
  const reader = new Reader(tree, file);
  reader.readAll();
  return reader;
}

class Reader {
  readonly classes: Read[] = [];
  dynamic = false;
  private readonly declared = new Map<string, Declared>();
  private readonly helpers = new Set<string>();

  private readonly tree: ScriptTree;
  private readonly file: SourceFile;

  constructor(tree: ScriptTree, file: SourceFile) {
    this.tree = tree;
    this.file = file;
  }

  readAll(): void {
    const statements = childrenOf(this.tree.root);
    for (const statement of statements) this.declare(statement);
    for (const statement of statements)
      if (statement.name === 'ExportDeclaration') this.readExport(statement);
      else if (statement.name === 'ExpressionStatement') this.readStatement(statement);
  }

  private declare(statement: Node): void {
    for (const node of statement.name === 'ExportDeclaration' ? childrenOf(statement) : [statement]) {
      if (node.name === 'ClassDeclaration' || node.name === 'FunctionDeclaration') {
        const nameNode = node.getChild('VariableDefinition');
        const kind = node.name === 'ClassDeclaration' ? 'class' : 'function';
        if (nameNode !== null) this.declared.set(this.text(nameNode), { nameNode, node, kind });
      } else if (node.name === 'VariableDeclaration') {
        const parts = childrenOf(node);
        for (const [i, nameNode] of parts.entries()) {
          if (nameNode.name !== 'VariableDefinition') continue;
          const equals = parts.findIndex((part, j) => j > i && (part.name === 'Equals' || part.name === ','));
          const value = parts[equals + 1];
          if (parts[equals]?.name !== 'Equals' || value === undefined) continue;
          this.declared.set(this.text(nameNode), { nameNode, node: value, kind: 'value' });
        }
      }
    }
  }

  private readExport(statement: Node): void {
    const parts = childrenOf(statement);
    const [, nameNode] = parts;
    if (parts.some(({ name }) => name === 'Star')) this.dynamic = true;
    else if (nameNode?.name === 'default') {
      const value = parts[2];
      if (value === undefined) return;
      if (/^(Class|Function)Declaration$/.test(value.name)) this.addOther('default', nameNode, value);
      else this.addValue('default', nameNode, value);
    } else if (parts[1]?.name === 'ExportGroup')
      this.readGroup(
        parts[1],
        parts.some(({ name }) => name === 'from'),
      );
    else
      for (const { nameNode, node, kind } of this.declared.values()) {
        if (nameNode.from < statement.from || nameNode.to > statement.to) continue;
        if (kind === 'value') this.addValue(this.text(nameNode), nameNode, node);
        else this.addOther(this.text(nameNode), nameNode, node);
      }
  }

  /** `export { a, b as c }`, from here or from another file. */
  private readGroup(group: Node, isBorrowed: boolean): void {
    let own: Node | undefined;
    let isRenamed = false;
    const finish = (exported: Node | undefined): void => {
      if (own !== undefined && exported !== undefined) {
        if (isBorrowed) this.addUnknown(this.text(exported), exported, exported);
        else this.addNamed(this.text(exported), exported, this.text(own));
      }
      own = undefined;
      isRenamed = false;
    };
    let last: Node | undefined;
    for (const part of childrenOf(group)) {
      if (part.name === ',' || part.name === '}') {
        finish(last);
        last = undefined;
      } else if (part.name === 'as') isRenamed = true;
      else if (/^(VariableName|VariableDefinition|default|String)$/.test(part.name)) {
        if (!isRenamed) own = part;
        last = part;
      }
    }
  }

  /** Exports of CommonJS, and attributes that are set later, are decided by code. */
  private readStatement(statement: Node): void {
    const text = this.tree.text.slice(statement.from, Math.min(statement.to, statement.from + 200));
    if (/^(?:module\.)?exports\b|^Object\.\w+\(/.test(text)) this.dynamic = true;
    const assigned = /^\w+\.(\w+)\s*=(?!=)/.exec(text)?.[1];
    if (assigned !== undefined && ATTRIBUTES.has(assigned)) this.dynamic = true;
  }

  private addNamed(name: string, nameNode: Node, own: string): void {
    const found = this.declared.get(own);
    if (found === undefined) this.addUnknown(name, nameNode, nameNode);
    else if (found.kind === 'value') this.addValue(name, name === 'default' ? nameNode : found.nameNode, found.node);
    else this.addOther(name, nameNode, found.node);
  }

  /** An export that is an expression. */
  private addValue(name: string, nameNode: Node, value: Node): void {
    const at = bare(value);
    if (at.name === 'ObjectExpression') this.addObject(name, nameNode, at);
    else if (at.name === 'NewExpression') {
      const [, callee] = childrenOf(at);
      this.addInstance(name, nameNode, at, callee);
    } else if (at.name === 'VariableName') {
      const own = this.text(at);
      const found = this.declared.get(own);
      if (found === undefined) this.addUnknown(name, nameNode, at);
      else if (found.kind !== 'value') this.addOther(name, nameNode, found.node);
      else if (bare(found.node).name === 'VariableName') this.addUnknown(name, nameNode, at);
      else this.addValue(name, nameNode, found.node);
    } else if (typeCall(this.tree, at) !== undefined) this.addSchema(name, nameNode, at);
    else if (
      /^(ArrowFunction|FunctionExpression|ClassExpression)$/.test(at.name) ||
      !isUnknown(literalOf(this.tree, at))
    )
      this.addOther(name, nameNode, at);
    else this.addUnknown(name, nameNode, at);
  }

  private addObject(name: string, nameNode: Node, object: Node): void {
    const { properties, isOpen } = propertiesOf(this.tree, object);
    const attributes: Attribute[] = [];
    const spans: FieldSpans[] = [];
    for (const property of properties) this.addAttribute(property, name, attributes, spans);
    this.add({ name, bases: [], dynamic: isOpen, attributes }, nameNode, object, spans);
  }

  private addInstance(name: string, nameNode: Node, node: Node, callee: Node | undefined): void {
    const own = callee?.name === 'VariableName' ? this.text(callee) : undefined;
    const found = own === undefined ? undefined : this.declared.get(own);
    if (own === undefined || found?.kind !== 'class') {
      this.addUnknown(name, nameNode, node);
      return;
    }
    this.addClass(own, found);
    this.add({ name, bases: [`${own}.prototype`], dynamic: false, attributes: [] }, nameNode, node, []);
  }

  /** A class that is instantiated, with what its instances have; the name keeps it from being taken for an export. */
  private addClass(own: string, { nameNode, node }: Declared): void {
    const name = `${own}.prototype`;
    if (this.helpers.has(name)) return;
    this.helpers.add(name);
    const attributes: Attribute[] = [];
    const spans: FieldSpans[] = [];
    let dynamic = false;
    const bases: string[] = [];
    const parts = childrenOf(node);
    const parent = parts[parts.findIndex(part => part.name === 'extends') + 1];
    if (parent !== undefined && parts.some(part => part.name === 'extends')) {
      const base = parent.name === 'VariableName' ? this.text(parent) : undefined;
      const found = base === undefined ? undefined : this.declared.get(base);
      if (base !== undefined && found?.kind === 'class' && base !== own) {
        this.addClass(base, found);
        bases.push(`${base}.prototype`);
      } else dynamic = true;
    }
    for (const member of childrenOf(node.getChild('ClassBody') ?? node)) {
      if (member.name !== 'PropertyDeclaration' && member.name !== 'MethodDeclaration') continue;
      const inside = childrenOf(member);
      if (inside.some(part => part.name === 'static')) continue;
      const at = inside.find(part => part.name === 'PropertyDefinition');
      if (at === undefined || this.text(at) === 'constructor' || inside.some(part => part.name === 'get')) {
        dynamic = true;
        continue;
      }
      const equals = inside.findIndex(part => part.name === 'Equals');
      const isMethod = member.name === 'MethodDeclaration';
      const value = equals < 0 ? undefined : inside[equals + 1];
      if (!isMethod && value === undefined) continue;
      this.addAttribute({ name: this.text(at), nameNode: at, isMethod, value }, name, attributes, spans);
    }
    this.add({ name, bases, dynamic, attributes }, nameNode, node, spans);
  }

  private addAttribute(
    { name: own, nameNode, isMethod, value }: Property,
    owner: string,
    attributes: Attribute[],
    spans: FieldSpans[],
  ): void {
    const name = ATTRIBUTES.get(own);
    if (name === undefined) return;
    const form =
      isMethod || value === undefined ? ({ form: 'method' } as const) : this.formOf(`${owner}.${own}`, value);
    attributes.push({ name, ...form });
    spans.push({ name: spanOf(nameNode), value: spanOf(value ?? nameNode) });
  }

  private formOf(name: string, value: Node): Omit<Attribute, 'name'> {
    let at = bare(value);
    if (at.name === 'VariableName' || at.name === 'PropertyDefinition') {
      const own = this.text(at);
      const found = this.declared.get(own);
      if (found?.kind === 'function') return { form: 'method' };
      if (found?.kind !== 'value') return own === 'undefined' ? { form: 'literal', value: null } : { form: 'other' };
      at = bare(found.node);
      if (typeCall(this.tree, at) !== undefined) {
        this.addSchema(`.${own}`, found.nameNode, at);
        return { form: 'class', target: `.${own}` };
      }
    }
    if (/^(ArrowFunction|FunctionExpression)$/.test(at.name)) return { form: 'method' };
    if (typeCall(this.tree, at) !== undefined) {
      this.addSchema(name, at, at);
      return { form: 'class', target: name };
    }
    const literal = literalOf(this.tree, at);
    return isUnknown(literal) ? { form: 'other' } : { form: 'literal', value: literal };
  }

  private addSchema(name: string, nameNode: Node, node: Node): void {
    if (this.helpers.has(name)) return;
    this.helpers.add(name);
    const { fields, spans, options } = objectFields(this.tree, node) ?? { fields: [], spans: [] };
    const schema = { schema: fields, ...(options === undefined ? {} : { options }) };
    this.add({ name, bases: ['TSchema'], dynamic: false, attributes: [], ...schema }, nameNode, node, spans);
  }

  /** A function, class or plain value: no module, whatever it has. */
  private addOther(name: string, nameNode: Node, node: Node): void {
    this.add({ name, bases: [], dynamic: false, attributes: [] }, nameNode, node, []);
  }

  private addUnknown(name: string, nameNode: Node, node: Node): void {
    this.add({ name, bases: [], dynamic: true, attributes: [] }, nameNode, node, []);
  }

  private add(
    fact: Omit<ModuleClass, 'kind' | 'file' | 'schema'> & { schema?: ModuleClass['schema'] },
    nameNode: Node,
    node: Node,
    spans: readonly FieldSpans[],
  ): void {
    const full: ModuleClass = { schema: [], ...fact, kind: 'module-class', file: this.file };
    const whole = { start: Math.min(nameNode.from, node.from), end: Math.max(nameNode.to, node.to) };
    this.classes.push({ fact: full, parts: new FactParts(whole, spanOf(nameNode)).fields(spans) });
  }

  private text(node: Node): string {
    return textOf(this.tree, node);
  }
}
