import type { ScalarKind, YamlScalar } from './tree';

/** What a plain scalar means. */
export type Meaning = Pick<YamlScalar, 'as' | 'value'>;

// PyYAML's implicit resolvers (YAML 1.1). They differ from YAML 1.2: `yes` and `on` are true, `0o7` and `1e3` are text,
// `017` is octal, `1:30` is ninety.
const NULL = /^(?:~|null|Null|NULL|)$/;
const TRUE = /^(?:yes|Yes|YES|true|True|TRUE|on|On|ON)$/;
const FALSE = /^(?:no|No|NO|false|False|FALSE|off|Off|OFF)$/;
const INTEGER =
  /^(?:[-+]?0b[01_]+|[-+]?0[0-7_]+|[-+]?(?:0|[1-9][0-9_]*)|[-+]?0x[0-9a-fA-F_]+|[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+)$/;
const FLOAT =
  /^(?:[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;
const TIMESTAMP =
  /^(?:\d{4}-\d\d-\d\d|\d{4}-\d\d?-\d\d?(?:[Tt]|[ \t]+)\d\d?:\d\d:\d\d(?:\.\d*)?(?:[ \t]*(?:Z|[-+]\d\d?(?::\d\d)?))?)$/;
/** No number or word above is longer than anything a person writes; longer text is not tried. */
const LONGEST = 200;

/** Reads a plain scalar as PyYAML's `safe_load` does. */
export function meaningOf(source: string): Meaning {
  if (source.length > LONGEST) return text(source);
  if (NULL.test(source)) return { as: 'null', value: null };
  if (TRUE.test(source)) return { as: 'boolean', value: true };
  if (FALSE.test(source)) return { as: 'boolean', value: false };
  if (!/^[-+.0-9]/.test(source)) return text(source);
  if (INTEGER.test(source)) return { as: 'integer', value: integerOf(source) };
  if (FLOAT.test(source)) return { as: 'float', value: floatOf(source) };
  if (TIMESTAMP.test(source)) return { as: 'timestamp', value: source };
  return text(source);
}

/** What a scalar means that carries a standard tag such as `!!str`; nothing for a tag that says nothing of scalars. */
export function taggedMeaning(tag: string, source: string): Meaning | undefined {
  if (tag === '!') return text(source);
  const kind = /^tag:yaml\.org,2002:(str|int|float|bool|null|timestamp|binary)$/.exec(tag)?.[1];
  if (kind === undefined) return undefined;
  if (kind === 'str' || kind === 'binary') return text(source);
  const as: ScalarKind = ({ int: 'integer', float: 'float', bool: 'boolean' } as const)[kind] ?? (kind as ScalarKind);
  const plain = meaningOf(source);
  if (plain.as === as) return plain;
  return as === 'float' && plain.as === 'integer' ? { as, value: plain.value } : { as: 'text', value: source };
}

function text(source: string): Meaning {
  return { as: 'text', value: source };
}

function integerOf(source: string): number {
  const digits = source.replaceAll('_', '').replace(/^[-+]/, '');
  const size = digits.includes(':')
    ? sexagesimal(digits)
    : /^0[xb]/.test(digits)
      ? Number(digits)
      : /^0./.test(digits)
        ? parseInt(digits, 8)
        : Number(digits);
  return source.startsWith('-') && size !== 0 ? -size : size;
}

function floatOf(source: string): number {
  const digits = source.replaceAll('_', '').replace(/^[-+]/, '').toLowerCase();
  const size =
    digits === '.inf'
      ? Infinity
      : digits === '.nan'
        ? NaN
        : digits.includes(':')
          ? sexagesimal(digits)
          : Number(digits);
  return source.startsWith('-') ? -size : size;
}

function sexagesimal(digits: string): number {
  return digits.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
}
