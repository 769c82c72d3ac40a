import { codePointOf } from '../../base/text';
import { jsonOf, type Value } from '../../model/value';
import { jsonText } from '../text/json';

/** Writers of a named value as JSON, YAML and Python. All of them escape characters that a terminal would obey. */
export const WRITERS = {
  json: (_: string, value: Value): string => jsonText(jsonOf(value)),
  yaml: (name: string, value: Value): string => `${yamlString(name)}:${yaml(value, '  ')}\n`,
  python: (name: string, value: Value): string => `${name} = ${python(value, '')}\n`,
} as const;

/**
 * YAML that readers of version 1.1 (as Python's) and 1.2 read alike: a string that is no plain word has double quotes.
 */
function yaml(value: Value, indent: string): string {
  if (value instanceof Map && value.size > 0) {
    const pairs = [...(value as ReadonlyMap<string, Value>)];
    return pairs.map(([key, each]) => `\n${indent}${yamlString(key)}:${yaml(each, `${indent}  `)}`).join('');
  }
  return ` ${inline(value)}`;
}

function inline(value: Value): string {
  if (typeof value === 'string') return yamlString(value);
  if (typeof value === 'number') return yamlNumber(value);
  if (Array.isArray(value)) return `[${(value as readonly Value[]).map(inline).join(', ')}]`;
  if (value === null || typeof value === 'boolean') return String(value);
  const pairs = [...(value as ReadonlyMap<string, Value>)].map(([key, each]) => `${yamlString(key)}: ${inline(each)}`);
  return `{${pairs.join(', ')}}`;
}

function yamlString(text: string): string {
  const isPlain = /^[A-Za-z_]\w*$/.test(text) && !/^(y|n|yes|no|on|off|true|false|null)$/i.test(text);
  return isPlain ? text : pythonString(text);
}

/** A number as YAML 1.1 reads it as well: with an exponent it needs a point, else it would be a string. */
function yamlNumber(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? '.nan' : value > 0 ? '.inf' : '-.inf';
  if (Object.is(value, -0)) return '-0.0';
  return String(value).replace(/^(-?\d+)e/, '$1.0e');
}

/** A literal that CPython parses to the same value. */
function python(value: Value, indent: string): string {
  if (typeof value === 'string') return pythonString(value);
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'number') return pythonNumber(value);
  const inner = `${indent}    `;
  if (Array.isArray(value)) return `[${(value as readonly Value[]).map(each => python(each, indent)).join(', ')}]`;
  const pairs = [...(value as ReadonlyMap<string, Value>)];
  if (pairs.length === 0) return '{}';
  const lines = pairs.map(([key, each]) => `${inner}${pythonString(key)}: ${python(each, inner)},\n`);
  return `{\n${lines.join('')}${indent}}`;
}

/** A string literal with the escapes that Python and YAML share; a surrogate pair becomes one escape. */
function pythonString(text: string): string {
  const escaped = Array.from(text, character => {
    const code = codePointOf(character);
    if (code > 0xffff) return `\\U${code.toString(16).padStart(8, '0')}`;
    if (code < 0x20 || code > 0x7e) return `\\u${code.toString(16).padStart(4, '0')}`;
    return character === '"' || character === '\\' ? `\\${character}` : character;
  });
  return `"${escaped.join('')}"`;
}

function pythonNumber(value: number): string {
  if (Number.isFinite(value)) return Object.is(value, -0) ? '-0.0' : String(value);
  return `float("${Number.isNaN(value) ? 'nan' : value > 0 ? 'inf' : '-inf'}")`;
}
