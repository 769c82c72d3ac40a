/** Believable registries, and what happens to them while people type. */

/** A text in which every entry of `dictionaries` is known. */
export interface Sample {
  readonly name: string;
  readonly text: string;
  /** The names of the entries of each dictionary, by variable, in order. */
  readonly dictionaries: ReadonlyMap<string, readonly string[]>;
}

/** A text after one accident. */
export interface Damaged {
  readonly kind: string;
  readonly sample: Sample;
  readonly text: string;
  /** Entries that nobody would call intact any more, as `VARIABLE.Name`. */
  readonly touched: readonly string[];
}

type Change = (entry: string) => string;

/** Accidents inside one entry: how its text changes. An unchanged text means that the accident cannot happen there. */
const IN_ENTRY: Readonly<Record<string, Change>> = {
  'key without closing quote': e => e.replace(/^(\s*"\w+)":/, '$1:'),
  'key without opening quote': e => e.replace(/^(\s*)"/, '$1'),
  'key without quotes': e => e.replace(/^(\s*)"(\w+)":/, '$1$2:'),
  'value without closing quote': e => e.replace(/("config_class": "\w+)"/, '$1'),
  'value without opening quote': e => e.replace(/("config_class": )"/, '$1'),
  'field without closing quote': e => e.replace(/"config_class":/, '"config_class:'),
  'field without opening quote': e => e.replace(/"config_class":/, 'config_class":'),
  'closing brace deleted': e => e.replace(/\}(,?\s*)$/, '$1'),
  'last line deleted': e => e.replace(/\n[^\n]*\n$/, '\n'),
  'opening brace deleted': e => e.replace('{', ''),
  'colon behind key deleted': e => e.replace('":', '"'),
  'comma behind entry deleted': e => e.replace(/\},(\s*)$/, '}$1'),
  'comma behind field deleted': e => e.replace(/("config_class": "\w+"),/, '$1'),
  'colon behind field deleted': e => e.replace('"config_class":', '"config_class"'),
  'value deleted': e => e.replace(/("config_class": )"\w+"/, '$1'),
  'value and comma deleted': e => e.replace(/("config_class":) "\w+",/, '$1'),
  'closing bracket of list deleted': e => e.replace(']', ''),
  'opening bracket of list deleted': e => e.replace('[', ''),
  'list closed by a parenthesis': e => e.replace(']', ')'),
  'list closed by a brace': e => e.replace(']', '}'),
  'entry closed by a bracket': e => e.replace(/\}(,?\s*)$/, ']$1'),
  'entry closed by a parenthesis': e => e.replace(/\}(,?\s*)$/, ')$1'),
  'brace closed on a line of its own': e => e.replace(/(\n\s*)("builder_step_name")/, '$1}$1$2'),
  'brace and comma on a line of their own': e => e.replace(/(\n\s*)("builder_step_name")/, '$1},$1$2'),
  'brace too many behind a field': e => e.replace(/("config_class": "\w+")/, '$1}'),
  'brace too many at the end': e => e.replace(/\}(,?\s*)$/, '}}$1'),
  'bracket too many': e => e.replace(/("config_class": "\w+")/, '$1]'),
  'parenthesis too many': e => e.replace(/("config_class": "\w+")/, '$1)'),
  'opening brace twice': e => e.replace('{', '{{'),
  'opening bracket too many': e => e.replace(/("config_class": )/, '$1['),
  'opening parenthesis too many': e => e.replace(/("config_class": )/, '$1('),
  'stray dollar': e => e.replace('"config_class"', '$ "config_class"'),
  'stray question mark': e => e.replace('"config_class":', '"config_class"?:'),
  'stray word': e => e.replace('"config_class"', 'todo "config_class"'),
  'stray equals sign': e => e.replace('"config_class":', '"config_class" ='),
  'stray quote': e => e.replace(/("config_class": "\w+",)/, '$1"'),
  'stray apostrophe': e => e.replace(/("config_class": "\w+",)/, "$1'"),
  'triple quotes for a value': e => e.replace(/("config_class": )"\w+",/, '$1""",'),
  'key commented out': e => e.replace('"config_class"', '# "config_class"').replace('{', '# {'),
  'closing line commented out': e => e.replace(/\n(\s*)\}(,?\n)$/, '\n$1# }$2'),
  'curly quotes': e => e.replace(/^(\s*)"(\w+)"/, '$1\u201c$2\u201d'),
  'non-breaking space': e => e.replace('": ', '":\u00a0'),
  'unclosed nested dictionary': e => e.replace(/("metadata": \{[^}]*)\}/, '$1'),
  'extra brace behind nested dictionary': e => e.replace(/("metadata": \{[^}]*\})/, '$1}'),
  'call as value, half typed': e => e.replace(/("config_class": )"\w+"/, '$1make("x"'),
  'f-string as value, half typed': e => e.replace(/("config_class": )"\w+"/, '$1f"{name'),
  'f-string without its brace': e => e.replace(/("config_class": )"\w+"/, '$1f"{name"'),
  'concatenation, half typed': e => e.replace(/("config_class": )"(\w+)"/, '$1("$2" "tail"'),
  'lambda, half typed': e => e.replace(/("config_class": )"\w+"/, '$1lambda x'),
  'operator without an operand': e => e.replace(/("config_class": "\w+")/, '$1 +'),
  'statement keyword typed': e => e.replace(/(\n\s*)("builder_step_name")/, '$1return$1$2'),
  'backslash typed': e => e.replace(/("config_class": )/, '$1\\ '),
  'first line deleted': e => e.replace(/^[^\n]*\n(?=\s*")/, ''),
};

/** Things half typed on a line of their own between two entries, at the column of the keys. */
const BETWEEN_ENTRIES: Readonly<Record<string, string>> = {
  'new key without closing quote': '"New',
  'new key with a colon': '"New":',
  'new key with a brace': '"New": {',
  'new key with a bracket': '"New": [',
  'new entry, half a field': '"New": {"config_class": ',
  'new entry, half a string': '"New": {"config_class": "New',
  'new entry without a comma': '"New": {}',
  'new entry by a call': '"New": make(',
  'a lone quote': '"',
  'a lone apostrophe': "'",
  'a lone brace': '{',
  'a lone closing brace': '}',
  'a lone bracket': '[',
  'a word': 'New',
  'a comma too many': ',',
  'two stars': '**',
  'a spread, half typed': '**make(',
  'a lone dot': '.',
  'a stray backslash': '\\ x',
  'a lone colon': ':',
};

/** Things half typed before a dictionary, on lines of their own at the left. */
const BEFORE_DICTIONARY: Readonly<Record<string, string>> = {
  'def, half typed': 'def f(',
  'def with parameters, half typed': 'def f(a, b: int = 3',
  'def without colon': 'def f(a)',
  'class, half typed': 'class A(',
  'class without colon': 'class A',
  'import, half typed': 'import',
  'from-import, half typed': 'from a.b import (',
  'from-import without names': 'from a.b import',
  'opening parenthesis': 'x = (',
  'opening bracket': 'x = [',
  'opening brace': 'x = {',
  'dictionary with a key': 'x = {"a": 1,',
  'call, half typed': 'print("a", b',
  'string, half typed': 'print("a',
  'assignment without a value': 'x =',
  'attribute, half typed': 'x.',
  'decorator, half typed': '@dec(',
  'decorator without a function': '@dec',
  'if without colon': 'if x',
  'if without a block': 'if x:',
  'for, half typed': 'for x in',
  'with, half typed': 'with open("x") as',
  'try without a block': 'try:',
  'f-string, half typed': 'x = f"{a',
  'triple quotes, half typed': '"""Half a docstring',
  'closing brace too many': '}',
  'closing parenthesis too many': ')',
  'lambda, half typed before': 'x = lambda',
  'match, half typed': 'match x:',
  'type parameters, half typed': 'class A[T',
  'walrus, half typed': 'x = (y :=',
  'unfinished comparison': 'x = 1 <',
};

/** Accidents to a whole dictionary. */
const TO_DICTIONARY: Readonly<Record<string, (text: string, variable: string) => string>> = {
  'closing brace of the dictionary deleted': (text, variable) => cutClosing(text, variable, ''),
  'dictionary closed by a parenthesis': (text, variable) => cutClosing(text, variable, ')'),
  'dictionary closed twice': (text, variable) => cutClosing(text, variable, '}}'),
  'opening brace of the dictionary deleted': (text, variable) => atOpening(text, variable, ''),
  'dictionary opened twice': (text, variable) => atOpening(text, variable, '{{'),
  'dictionary opened in parentheses': (text, variable) => atOpening(text, variable, '({'),
};

/** Every accident at every place where it can happen. */
export function accidents(samples: readonly Sample[]): Damaged[] {
  const all: Damaged[] = [];
  for (const sample of samples)
    for (const [variable, names] of sample.dictionaries) {
      const add = (kind: string, text: string, touched: readonly string[]): void => {
        if (text !== sample.text) all.push({ kind, sample, text, touched });
      };
      for (const name of places(names)) {
        const [start, end] = entrySpan(sample.text, variable, name);
        const entry = sample.text.slice(start, end);
        const put = (changed: string): string => sample.text.slice(0, start) + changed + sample.text.slice(end);
        for (const [kind, change] of Object.entries(IN_ENTRY)) add(kind, put(change(entry)), [`${variable}.${name}`]);
        const indent = /^\s*/.exec(entry)![0];
        const line = /\r\n|\r|\n/.exec(sample.text)![0];
        for (const [kind, typed] of Object.entries(BETWEEN_ENTRIES)) add(kind, put(indent + typed + line + entry), []);
        for (const [kind, text] of Object.entries(conflicts(entry, line)))
          add(kind, put(text), [`${variable}.${name}`]);
        const rest = names.slice(names.indexOf(name)).map(each => `${variable}.${each}`);
        const later = laterDictionaries(sample, variable);
        for (const share of [0.3, 0.6, 0.9])
          add('end of file cut off', sample.text.slice(0, start + Math.floor(entry.length * share)), [
            ...rest,
            ...later,
          ]);
      }
      const at = declarationAt(sample.text, variable);
      const indent = /[ \t]*$/.exec(sample.text.slice(0, at))![0];
      const line = /\r\n|\r|\n/.exec(sample.text)![0];
      for (const [kind, typed] of Object.entries(BEFORE_DICTIONARY))
        add(kind, `${sample.text.slice(0, at)}${typed}${line}${indent}${sample.text.slice(at)}`, []);
      for (const [kind, change] of Object.entries(TO_DICTIONARY)) add(kind, change(sample.text, variable), []);
    }
  return all;
}

/** The first, a middle and the last one. */
function places(names: readonly string[]): string[] {
  return [...new Set([names[0]!, names[names.length >> 1]!, names.at(-1)!])];
}

function conflicts(entry: string, line: string): Record<string, string> {
  const other = entry.replace('Config"', 'OtherConfig"');
  const lines = entry.split(line);
  const middle = lines.findIndex(each => each.includes('"config_class"'));
  const [before, field, after] = [lines.slice(0, middle), lines[middle] ?? '', lines.slice(middle + 1)];
  const within = [...before, '<<<<<<< HEAD', field, '=======', field, '>>>>>>> theirs', ...after].join(line);
  return {
    'merge conflict about an entry': ['<<<<<<< HEAD', `${entry}=======`, `${other}>>>>>>> theirs`, ''].join(line),
    'merge conflict inside an entry': middle > 0 ? within : entry,
  };
}

function laterDictionaries(sample: Sample, variable: string): string[] {
  const variables = [...sample.dictionaries.keys()];
  return variables
    .slice(variables.indexOf(variable) + 1)
    .flatMap(later => sample.dictionaries.get(later)!.map(name => `${later}.${name}`));
}

/** Where the name of the variable stands that the dictionary is assigned to. */
function declarationAt(text: string, variable: string): number {
  return new RegExp(`(?<=^[ \\t]*)${variable}\\b`, 'm').exec(text)!.index;
}

/** From the start of the line with the entry's key to the start of the line after its end. */
export function entrySpan(text: string, variable: string, name: string): [number, number] {
  const key = text.indexOf(`"${name}"`, declarationAt(text, variable));
  const start = Math.max(text.lastIndexOf('\n', key), text.lastIndexOf('\r', key)) + 1;
  let depth = 0;
  let end = text.indexOf('{', key);
  do {
    if (text[end] === '{') depth++;
    else if (text[end] === '}') depth--;
    end++;
  } while (depth > 0);
  const lineEnd = /[^\r\n]*(?:\r\n|\r|\n)/y;
  lineEnd.lastIndex = end;
  return [start, end + lineEnd.exec(text)![0].length];
}

function dictionarySpan(text: string, variable: string): [number, number] {
  const open = text.indexOf('{', declarationAt(text, variable));
  let depth = 0;
  let end = open;
  do {
    if (text[end] === '{') depth++;
    else if (text[end] === '}') depth--;
    end++;
  } while (depth > 0);
  return [open, end];
}

function cutClosing(text: string, variable: string, instead: string): string {
  const [, end] = dictionarySpan(text, variable);
  return text.slice(0, end - 1) + instead + text.slice(end);
}

function atOpening(text: string, variable: string, instead: string): string {
  const [open] = dictionarySpan(text, variable);
  return text.slice(0, open) + instead + text.slice(open + 1);
}

// Samples.

const NAMES = ['XGBoostTraining', 'PyTorchModel', 'Package', 'RiskTableMapping', 'Payload', 'ModelCalibration'];

function blockEntry(name: string, i: number, tab = '    '): string {
  const lines = [
    `${tab}"${name}": {`,
    `${tab}${tab}"config_class": "${name}Config",`,
    `${tab}${tab}"builder_step_name": "${name}StepBuilder",${i % 3 === 1 ? '  # Special case' : ''}`,
    `${tab}${tab}"spec_type": "${name}",`,
    `${tab}${tab}"sagemaker_step_type": "Training",`,
    `${tab}${tab}"description": "Step ${i} of the team: it isn't run (yet)",`,
  ];
  if (i % 2 === 0) lines.push(`${tab}${tab}"job_types": ["training", "validation"],`);
  if (i % 3 === 0) lines.push(`${tab}${tab}"metadata": {"owner": "team", "priority": ${i}},`);
  if (i % 3 === 2) lines.push(`${tab}${tab}"metadata": {`, `${tab}${tab}${tab}"owner": "team",`, `${tab}${tab}},`);
  return `${lines.join('\n')}\n${tab}},\n`;
}

function lineEntry(name: string): string {
  return `    "${name}": {"config_class": "${name}Config", "builder_step_name": "${name}StepBuilder", "tags": ["a", "b"]},\n`;
}

const HEAD = `"""
Registry of the team.

It has a docstring: { [ ( "quotes", and isn't code.
"""
from typing import Dict, List
import os

`;

const TAIL = `

def get_step(name: str, *, default: str = "None") -> Dict:
    """Looks a step up."""
    if (found := STEP_NAMES.get(name)) is None:
        raise KeyError(f"Unknown step {name!r}: {sorted(STEP_NAMES)}")
    match found:
        case {"config_class": str() as config}:
            return found
        case _:
            return {"config_class": default, "tags": [n for n in "abc"]}


class Box[T](List):
    """A box."""

    KINDS = {"a": 1, "b": 2}
`;

function sample(name: string, text: string, dictionaries: Record<string, readonly string[]>): Sample {
  return { name, text, dictionaries: new Map(Object.entries(dictionaries)) };
}

/** Registries in the styles that people write. */
export function samples(): Sample[] {
  const block = NAMES.map((name, i) => blockEntry(name, i)).join('');
  const noTrailingComma = block.replace(/,\n$/, '\n');
  const overrides = ['DummyTraining', 'CurrencyConversion', 'BatchTransform'];
  const two = `${HEAD}LOCAL_STEPS = {\n${block}}\n\nSTEP_OVERRIDES: Dict[str, Dict] = {\n${overrides.map((name, i) => blockEntry(name, i + 1)).join('')}}\n\nWORKSPACE_METADATA = {"developer_id": "me"}\n`;
  const line = `${HEAD}STEP_NAMES = {\n    # the steps of the team\n${NAMES.map(lineEntry).join('')}}\n${TAIL}`;
  const inClass = `${HEAD}class Registry:\n    """The steps."""\n\n    VERSION = "1.0"\n    STEPS: Dict[str, Dict] = {\n${block.replace(/^/gm, '    ').replace(/ +$/, '')}    }\n\n    def get(self, name):\n        return self.STEPS[name]\n`;
  const astral = two.replaceAll('of the team', 'of the \u{1F680} team').replaceAll('Step ', 'Etape \u00e9 ');
  const names = { LOCAL_STEPS: NAMES, STEP_OVERRIDES: overrides };
  return [
    sample('block style', `${HEAD}STEP_NAMES = {\n${block}}\n${TAIL}`, { STEP_NAMES: NAMES }),
    sample('no trailing comma', `${HEAD}STEP_NAMES = {\n${noTrailingComma}}\n${TAIL}`, { STEP_NAMES: NAMES }),
    sample('two dictionaries', two, names),
    sample('one line each', line, { STEP_NAMES: NAMES }),
    sample('in a class', inClass, { STEPS: NAMES }),
    sample('Windows line ends and a mark', `\ufeff${two.replaceAll('\n', '\r\n')}`, names),
    sample('old Mac line ends', two.replaceAll('\n', '\r'), names),
    sample('tabs', two.replaceAll('    ', '\t'), names),
    sample('astral characters', astral, names),
  ];
}

/** Small registries that differ in everything that style allows; always the same for the same number. */
export function registries(count: number): Sample[] {
  return Array.from({ length: count }, (_, i) => registry(i));
}

function registry(i: number): Sample {
  const pick = <T>(choices: readonly T[], turn: number): T => choices[Math.floor(i / turn) % choices.length]!;
  const tab = pick(['    ', '  ', '\t', '        '], 1);
  const quote = pick(['"', "'"], 4);
  const line = pick(['\n', '\r\n', '\r'], 8);
  const string = (text: string): string => quote + text + quote;
  const extra = pick(
    [
      [string('tags'), `[${string('a')}, ${string('b')}]`],
      [string('metadata'), `{${string('owner')}: None, ${string('priority')}: -${i}.5}`],
      [string('description'), `(${string('one ')}${line}${tab}${tab}${tab}${string('two')})`],
      [string('nested'), `{${line}${tab}${tab}${tab}${string('deep')}: {${string('er')}: (1, 2)},${line}${tab}${tab}}`],
      [string('text'), `"""${line}Some text: { [ (${line}"""`],
      [string('rocket'), string('\u{1F680} \\u00e9 \\n')],
      [string('flags'), 'True'],
    ],
    3,
  );
  const names = [`Alpha${i}`, `Beta${i}`, `Gamma${i}`];
  const fields = (name: string): string[] => [
    `${string('config_class')}: ${string(`${name}Config`)}`,
    extra.join(': '),
  ];
  const multiline = i % 5 !== 0;
  const entry = (name: string): string =>
    multiline
      ? `${tab}${string(name)}: {${line}${fields(name)
          .map(field => `${tab}${tab}${field},${line}`)
          .join('')}${tab}}`
      : `${tab}${string(name)}: {${fields(name).join(', ')}}`;
  const head = pick(['', `# registry${line}`, `"""A docstring."""${line}${line}import os${line}`], 2);
  const annotation = pick(['', ': dict', ': Dict[str, Dict[str, str]]'], 7);
  const comma = i % 3 === 0 ? '' : ',';
  const text = `${head}STEP_NAMES${annotation} = {${line}${names.map(entry).join(`,${line}`)}${comma}${line}}${line}`;
  return sample(`registry ${i}`, text, { STEP_NAMES: names });
}
