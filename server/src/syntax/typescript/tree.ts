import type { Span } from '../../base/text';
import type * as Lezer from '@lezer/javascript';
import type { Value } from '../../model/value';

/** A node of a TypeScript or JavaScript text; `start` and `end` are UTF-16 offsets. */
export type Node = ReturnType<typeof parse>['topNode'];

/** The parser's tables are made when it is loaded, which most repositories never need: so not before the first text. */
function parse(text: string) {
  // oxlint-disable-next-line typescript/no-require-imports -- an import would be loaded at the start
  const { parser } = require('@lezer/javascript') as typeof Lezer;
  return parser.configure({ dialect: 'ts' }).parse(text);
}

/** A TypeScript text with its syntax tree. Offsets are UTF-16. */
export interface ScriptTree {
  readonly text: string;
  readonly root: Node;
  /** The first thing that does not parse. */
  readonly damage: number | undefined;
}

/** Reads a text, damaged or not. Nothing for a text that is too large, or too much for the parser. */
export function readScript(text: string): ScriptTree | undefined {
  if (text.length > MOST_CHARACTERS || isTooMuch(text)) return undefined;
  try {
    const tree = parse(text);
    let damage: number | undefined;
    tree.iterate({
      enter: ({ type, from }) => {
        if (type.isError) damage ??= from;
        return damage === undefined;
      },
    });
    return { text, root: tree.topNode, damage };
  } catch {
    return undefined;
  }
}

/** A thousand lines and more: bundles and data are longer. What is not valid may cost the parser time by the square. */
const MOST_CHARACTERS = 50_000;
/** Brackets within brackets; the parser takes exponential space for some that are deeper. */
const MOST_NESTED = 100;
const MOST_OPEN = 20;

function isTooMuch(text: string): boolean {
  // The parser looks for the end of a comment again at each that has none, or seems to, as in `// ignore[module/*]`.
  if (text.slice(text.lastIndexOf('*/') + 1).split('/*').length > MOST_OPEN) return true;
  let depth = 0;
  for (const bracket of text.matchAll(/[([{}\])]/g)) {
    if (/[([{]/.test(bracket[0])) depth++;
    else if (depth > 0) depth--;
    if (depth > MOST_NESTED) return true;
  }
  return false;
}

/** The children of a node, without comments. */
export function childrenOf(node: Node): Node[] {
  const found: Node[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling)
    if (child.name !== 'LineComment' && child.name !== 'BlockComment') found.push(child);
  return found;
}

/** The place of a node in UTF-16 offsets; the end is exclusive. */
export function spanOf({ from, to }: Node): Span {
  return { start: from, end: to };
}

/** The text that a node spans, as written. */
export function textOf({ text }: ScriptTree, { from, to }: Node): string {
  return text.slice(from, to);
}

/** The expression inside parentheses, `as`, `satisfies` and `!`. */
export function bare(node: Node): Node {
  let inner = node;
  for (;;) {
    const [first, second] = childrenOf(inner);
    if (inner.name === 'ParenthesizedExpression' && second !== undefined) inner = second;
    else if (inner.name === 'PostfixExpression' && first !== undefined && second?.name === 'LogicOp') inner = first;
    else if (inner.name === 'BinaryExpression' && first !== undefined && /^(as|satisfies)$/.test(second?.name ?? ''))
      inner = first;
    else return inner;
  }
}

/** What a literal says; a list or object of literals, too. Anything else is decided by code. */
export function literalOf(tree: ScriptTree, node: Node, depth = 0): Value {
  const at = bare(node);
  const text = textOf(tree, at);
  const unknown = { unknown: text.length > 40 ? `${text.slice(0, 39)}…` : text };
  if (depth > DEEPEST) return unknown;
  switch (at.name) {
    case 'String':
      return unescaped(text);
    case 'TemplateString':
      return at.firstChild === null
        ? unescaped(text)
        : at.getChild('Interpolation') === null
          ? unescaped(text)
          : unknown;
    case 'Number':
      return Number.isNaN(Number(text.replaceAll('_', ''))) ? unknown : Number(text.replaceAll('_', ''));
    case 'UnaryExpression':
      return /^-\s*[\d.]+$/.test(text) ? -Number(text.slice(1)) : unknown;
    case 'BooleanLiteral':
      return text === 'true';
    case 'null':
      return null;
    case 'ArrayExpression': {
      const items = childrenOf(at).filter(({ name }) => !/^[[\],]$/.test(name));
      return items.some(({ name }) => name === 'Spread')
        ? unknown
        : items.map(item => literalOf(tree, item, depth + 1));
    }
    case 'ObjectExpression': {
      const { properties, isOpen } = propertiesOf(tree, at);
      if (isOpen) return unknown;
      return new Map(
        properties.map(({ name, value }) => [
          name,
          value === undefined ? { unknown: name } : literalOf(tree, value, depth + 1),
        ]),
      );
    }
  }
  return at.name === 'VariableName' && text === 'undefined' ? null : unknown;
}

/** Literals nested deeper than this are not looked into. */
const DEEPEST = 20;

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
  ['0', '\0'],
]);

function unescaped(text: string): string {
  return text
    .slice(1, -1)
    .replace(/\\(?:u\{([0-9a-f]{1,6})\}|u([0-9a-f]{4})|x([0-9a-f]{2})|([^]))/gi, (all, long, four, two, one) => {
      const code = [long, four, two].find(each => each !== undefined) as string | undefined;
      if (code !== undefined) return parseInt(code, 16) > 0x10ffff ? all : String.fromCodePoint(parseInt(code, 16));
      return ESCAPES.get(one as string) ?? (one as string).replace('\n', '');
    });
}

/** A property of an object literal, with its name as a program sees it. */
export interface Property {
  readonly name: string;
  readonly nameNode: Node;
  readonly isMethod: boolean;
  /** Absent for methods; the name itself for `{ name }`. */
  readonly value: Node | undefined;
}

/** The properties of an object; it is open when it spreads others in, or computes a name. */
export function propertiesOf(
  tree: ScriptTree,
  object: Node,
): { readonly properties: readonly Property[]; readonly isOpen: boolean } {
  const properties: Property[] = [];
  let isOpen = false;
  for (const node of childrenOf(object)) {
    if (node.type.isError) isOpen = true;
    if (node.name !== 'Property') continue;
    const parts = childrenOf(node);
    const nameNode = parts.find(({ name }) => /^(PropertyDefinition|String|Number)$/.test(name));
    if (nameNode === undefined || parts.some(({ name }) => name === 'Spread' || name === '[')) {
      isOpen = true;
      continue;
    }
    const before = parts.indexOf(nameNode);
    const raw = textOf(tree, nameNode);
    const name = nameNode.name === 'String' ? unescaped(raw) : raw;
    const colon = parts.findIndex(part => part.name === ':');
    const isAccessor = parts.slice(0, before).some(part => part.name === 'get' || part.name === 'set');
    if (isAccessor) isOpen = true;
    else if (parts.some(part => part.name === 'ParamList'))
      properties.push({ name, nameNode, isMethod: true, value: undefined });
    else properties.push({ name, nameNode, isMethod: false, value: colon < 0 ? nameNode : parts[colon + 1] });
  }
  return { properties, isOpen };
}

/**
 * Start and end of each line comment that speaks of a registry; the text is only parsed if one may. A comment in a text that
 * is too much for the parser counts for nothing.
 */
export function scriptComments(text: string): readonly (readonly [number, number])[] {
  if (!/\/\/\s*registry:/.test(text)) return [];
  const found: (readonly [number, number])[] = [];
  readScript(text)
    ?.root.cursor()
    .iterate(({ name, from, to }) => {
      if (name === 'LineComment') found.push([from, to]);
    });
  return found;
}
