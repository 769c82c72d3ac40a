import type { YamlMapping, YamlNode, YamlScalar, YamlSequence } from '../../../syntax/yaml/tree';
import type { Crash } from '../facts';
import { timestampRepr, timestampText, timestampType } from './python-dates';

/** What a YAML node is to the Python code that PyYAML hands it to: types, truth and text decide what that code does. */

/** The name of a type as Python's messages have it. */
export type PythonType =
  | 'NoneType'
  | 'bool'
  | 'int'
  | 'float'
  | 'str'
  | 'bytes'
  | 'list'
  | 'tuple'
  | 'dict'
  | 'set'
  | 'datetime.date'
  | 'datetime.datetime';

/** The type that `safe_load` makes of a node; a key with nothing after its colon is None. */
export function pythonType(node: YamlNode | undefined): PythonType {
  if (node === undefined) return 'NoneType';
  if (node.type === 'sequence') return node.isPair === true ? 'tuple' : 'list';
  if (node.type === 'mapping') return node.isSet === true ? 'set' : 'dict';
  switch (node.as) {
    case 'integer':
      return 'int';
    case 'float':
      return 'float';
    case 'boolean':
      return 'bool';
    case 'timestamp':
      return timestampType(node.source);
    case 'null':
      return 'NoneType';
    case 'binary':
      return 'bytes';
    case 'text':
      return 'str';
    // An alias that leads into itself.
    case 'unknown':
      return 'list';
  }
}

/** Whether Python takes what PyYAML makes of a node for true. */
export function isTruthy(node: YamlNode | undefined): boolean {
  if (node === undefined) return false;
  if (node.type === 'sequence') return node.items.length > 0;
  if (node.type === 'mapping') return node.entries.length > 0;
  return (
    node.as === 'unknown' || (node.value !== null && node.value !== false && node.value !== 0 && node.value !== '')
  );
}

/** Whether a value can be a key; a list, a mapping and a set cannot, nor a pair that has one. */
export function isHashable(node: YamlNode | undefined): boolean {
  return unhashableIn(node) === undefined;
}

/** What keeps a value from being a key: it, or what is in it. */
function unhashableIn(node: YamlNode | undefined): YamlNode | undefined {
  if (node?.type === 'mapping') return node;
  if (node?.type !== 'sequence') return undefined;
  return node.isPair === true ? node.items.map(unhashableIn).find(each => each !== undefined) : node;
}

/** `str()` of a value. */
export function pythonText(node: YamlNode | undefined): string {
  return node?.type === 'scalar' && pythonType(node) === 'str' ? String(node.value) : pythonRepr(node);
}

function pythonRepr(node: YamlNode | undefined): string {
  if (node === undefined) return 'None';
  if (node.type === 'sequence') return listRepr(node);
  if (node.type === 'mapping') return mappingRepr(node);
  return scalarRepr(node);
}

function listRepr({ items, isPair }: YamlSequence): string {
  const text = items.map(item => innerRepr(item)).join(', ');
  return isPair === true ? `(${text})` : `[${text}]`;
}

function mappingRepr({ entries, isSet }: YamlMapping): string {
  const keys = entries.map(({ key }) => innerRepr(key));
  if (isSet === true) return keys.length === 0 ? 'set()' : `{${keys.join(', ')}}`;
  return `{${entries.map(({ value }, i) => `${keys[i] ?? ''}: ${innerRepr(value)}`).join(', ')}}`;
}

/** Inside of others, dates show how they are made. */
function innerRepr(node: YamlNode | undefined): string {
  return node?.type === 'scalar' && node.as === 'timestamp' ? timestampRepr(node.source) : pythonRepr(node);
}

function scalarRepr(node: YamlScalar): string {
  const { value, as, source } = node;
  switch (as) {
    case 'null':
      return 'None';
    case 'boolean':
      return value === true ? 'True' : 'False';
    case 'integer':
      return /^[-+]?[1-9][0-9_]*$/.test(source) ? String(BigInt(source.replace(/[+_]/g, ''))) : String(value);
    case 'float':
      return floatRepr(Number(value));
    case 'timestamp':
      return timestampText(source);
    case 'binary':
      return `b${textRepr(decoded(source))}`;
    case 'text':
    case 'unknown':
      return textRepr(String(value));
  }
}

/** What `!!binary` holds, a character for each byte. */
function decoded(source: string): string {
  return atob(source.replace(/\s/g, ''));
}

/** The numbers that bytes are to Python. */
export function bytesOf({ source }: YamlScalar): number[] {
  return Array.from(decoded(source), each => each.charCodeAt(0));
}

/** Python writes exponents from 1e16 on and below 1e-4, with two digits at least. */
export function floatRepr(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value < 0 ? '-inf' : 'inf';
  const [digits = '', exponent = ''] = value.toExponential().split('e');
  if (value !== 0 && (Number(exponent) < -4 || Number(exponent) >= 16))
    return `${digits}e${exponent.replace(/\d+/, each => each.padStart(2, '0'))}`;
  if (Number.isInteger(value)) return `${Object.is(value, -0) ? '-' : ''}${BigInt(value)}.0`;
  return Number(exponent) < 0
    ? value.toFixed(Math.max(1, digits.replace(/[-.]/g, '').length - 1 - Number(exponent)))
    : String(value);
}

/** Quotes of the other kind are used where that saves escapes. */
function textRepr(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const escaped = text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\t', '\\t').replaceAll('\r', '\\r');
  return quote + (quote === "'" ? escaped.replaceAll("'", "\\'") : escaped) + quote;
}

/** The TypeError with this message. */
export function typeError(message: string): Crash {
  return { exception: 'TypeError', message };
}

/** The TypeError of a node that is used as a key and cannot be hashed. */
export function unhashable(node: YamlNode): Crash {
  return typeError(`unhashable type: '${pythonType(unhashableIn(node))}'`);
}

/** Calling `value.split(text)`, where the value is no text. */
export function splitError(node: YamlNode | undefined): Crash {
  return pythonType(node) === 'bytes'
    ? typeError("a bytes-like object is required, not 'str'")
    : attributeError(node, 'split');
}

/** The AttributeError of a value that lacks an attribute. */
export function attributeError(node: YamlNode | undefined, attribute: string): Crash {
  return { exception: 'AttributeError', message: `'${pythonType(node)}' object has no attribute '${attribute}'` };
}
