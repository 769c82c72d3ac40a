import { parser } from '@lezer/python';
import { isMap, isScalar, parseDocument, type Node as YamlNode, type Pair } from 'yaml';
import type { Span } from '../../server/src/base/text';
import { Part, type Fact, type Place } from '../../server/src/model/fact';
import { FactParts } from '../../server/src/model/fact-parts';
import type { Key, Lookup } from '../../server/src/model/lookup';
import type { Rule } from '../../server/src/rules/rule';
import {
  keysByKind,
  type Answers,
  type Description,
  type FactWriter,
  type NamedSymbol,
  type Source,
  type System,
} from '../../server/src/systems/system';
import type { WorkspaceOptions } from '../../server/src/workspace';

/**
 * A registry system just large enough to ask every question of: a file `*.toy.py` or `*.toy.yaml` assigns mappings of
 * mappings to variables, each entry is a thing, and `use("X")` in Python names one. Its readers are not ours, so that what
 * is tested with it depends on no system of the product.
 */
export const TOY: System = {
  name: 'toy',
  headers: new Set(),
  claims: path => /\.toy\.(py|yaml)$/.test(path),
  expectsRegistry: path => path.endsWith('.toy.yaml'),
  read: (source, out) => (source.file.path.endsWith('.py') ? readPython(source, out) : readYaml(source, out)),
  keys: keysByKind<Thing | Use>({
    thing: ({ name }, index) => index.provides(thingKey(name)),
    use: ({ name }, index) => index.reads(thingKey(name)),
  }),
  workspaceOf: file => /(?:^|\/)ws\/([^/]+)\//.exec(file.path)?.[1],
  answers: answers(),
};

interface Thing extends Fact {
  readonly kind: 'thing';
  readonly fields: readonly { readonly name: string; readonly value: string }[];
}

interface Use extends Fact {
  readonly kind: 'use';
}

const thingKey = (name: string) => `thing:${name}` as Key<Thing, Use>;

const doc = { summary: '', why: '', remedy: '', bad: '', good: '' } as const;

export const TOY_RULES: readonly Rule[] = [
  {
    ...doc,
    code: 'toy/unknown',
    severity: 'warning',
    over: 'key',
    kind: 'thing',
    *check(name, lookup) {
      if (lookup.providers(thingKey(name)).length > 0) return;
      for (const fact of lookup.readers(thingKey(name)))
        yield {
          at: { fact, part: Part.name },
          message: `No thing '${name}'`,
          fixes: [
            {
              title: "Change to 'Known'",
              safe: true,
              edits: [{ do: 'replace', at: { fact, part: Part.name }, text: 'Known' }],
            },
          ],
        };
    },
  },
  {
    ...doc,
    code: 'toy/twice',
    severity: 'warning',
    over: 'key',
    kind: 'thing',
    *check(name, lookup) {
      const [first, ...others] = lookup.providers(thingKey(name));
      for (const fact of others)
        yield {
          at: { fact, part: Part.name },
          message: `'${name}' again`,
          related: [{ at: { fact: first!, part: Part.name }, message: 'first here' }],
          tag: 'unnecessary',
          fixes: [{ title: 'Remove', safe: false, edits: [{ do: 'remove-entry', fact }] }],
        };
    },
  },
  {
    ...doc,
    code: 'toy/hint',
    severity: 'hint',
    over: 'fact',
    kind: 'thing',
    *check(fact) {
      if (fact.name.startsWith('Old')) yield { at: { fact, part: Part.name }, message: 'old', tag: 'deprecated' };
    },
  },
  {
    ...doc,
    code: 'registry/unreadable',
    severity: 'error',
    over: 'file',
    *check(file) {
      for (const { span, message } of file.problems) yield { at: { file, span }, message };
    },
  },
];

/** What a server with the toy system alone is made with. */
export const TOY_SERVER: WorkspaceOptions = { systems: [TOY], rules: TOY_RULES };

function readPython({ text, file }: Source, out: FactWriter): void {
  const cursor = parser.parse(text).cursor();
  do {
    const { node } = cursor;
    if (node.type.isError)
      out.problem({ code: 'toy/damage', span: { start: node.from, end: node.to }, message: 'damage', damage: true });
    if (node.name === 'AssignStatement' && node.parent?.name === 'Script') {
      const [name, value] = [node.firstChild!, node.lastChild!];
      const fact = { kind: 'variable', name: text.slice(name.from, name.to), file };
      out.fact(fact, new FactParts(at(node), at(name)).field(at(name), at(value)));
      if (value.name === 'DictionaryExpression')
        readDict(value, text, (key, entry) => {
          const fields: Thing['fields'][number][] = [];
          const parts = new FactParts({ start: key.from, end: entry.to }, at(key));
          if (entry.name === 'DictionaryExpression')
            readDict(entry, text, (field, each) => {
              fields.push({
                name: unquoted(text.slice(field.from, field.to)),
                value: unquoted(text.slice(each.from, each.to)),
              });
              parts.field(at(field), at(each));
            });
          const thing: Thing = { kind: 'thing', name: unquoted(text.slice(key.from, key.to)), file, fields };
          out.fact(thing, parts);
        });
    }
    if (node.name === 'CallExpression' && text.startsWith('use(', node.from)) {
      const name = node.lastChild!.getChild('String');
      if (name !== null)
        out.fact(
          { kind: 'use', name: unquoted(text.slice(name.from, name.to)), file },
          new FactParts(at(node), at(name)),
        );
    }
  } while (cursor.next());
}

type Tree = ReturnType<typeof parser.parse>['topNode'];

function at({ from, to }: Tree): Span {
  return { start: from, end: to };
}

function readDict(dict: Tree, _: string, add: (key: Tree, value: Tree) => void): void {
  const colons = dict.getChildren(':');
  for (const colon of colons) {
    const [key, value] = [colon.prevSibling, colon.nextSibling];
    if (key?.name === 'String' && value !== null) add(key, value);
  }
}

function readYaml({ text, file }: Source, out: FactWriter): void {
  const { contents } = parseDocument(text);
  for (const variable of pairs(contents)) {
    const name = String(variable.key);
    const fact = { kind: 'variable', name, file };
    const named = spanOf(variable.key, text);
    const value = variable.value === null ? undefined : spanOf(variable.value, text);
    out.fact(fact, new FactParts({ start: named.start, end: value?.end ?? 0 }, named).field(named, value));
    for (const entry of pairs(variable.value)) {
      const fields = pairs(entry.value);
      const key = spanOf(entry.key, text);
      const thing: Thing = {
        kind: 'thing',
        name: String(entry.key),
        file,
        fields: fields.map(each => ({ name: String(each.key), value: String(each.value) })),
      };
      const end = entry.value === null ? key.end : spanOf(entry.value, text).end;
      const parts = new FactParts({ start: key.start, end }, key);
      for (const each of fields) parts.field(spanOf(each.key, text), spanOf(each.value, text));
      out.fact(thing, parts);
    }
  }
}

function pairs(node: unknown): Pair<YamlNode, YamlNode>[] {
  return isMap(node) ? (node.items as Pair<YamlNode, YamlNode>[]) : [];
}

function spanOf(node: YamlNode | null, text: string): Span {
  const [start, end] = node?.range ?? [0, 0];
  if (node !== null && isScalar(node)) return { start, end };
  return { start, end: start + text.slice(start, end).trimEnd().length };
}

function unquoted(text: string): string {
  return /^["']/.test(text) ? text.slice(1, -1) : text;
}

function answers(): Answers {
  return {
    kind: 'thing',
    plural: 'things',
    names: lookup =>
      [...(lookup.file('main.toy.py')?.facts ?? [])]
        .filter(({ kind }) => kind === 'thing')
        .map(({ name }) => name)
        .sort(),
    symbolAt,
    describe,
    definitions: ({ key }, _, lookup) => lookup.providers(key).map(fact => ({ fact, part: Part.name })),
    explain: (name, context, lookup) => ({
      kind: 'thing',
      subject: name,
      context,
      outcome: { resolved: lookup.providers(thingKey(name)).length > 0, reason: 'toy' },
      trace: [],
      components: [],
      pipeline: [],
      divergence: [],
      conflicts: [],
      recommendations: [],
      counterfactuals: [],
    }),
    complete(source, offset, _, lookup) {
      const open = source.text.lastIndexOf('use("', offset);
      const start = open + 5;
      if (open < 0 || offset < start || /["\n]/.test(source.text.slice(start, offset))) return undefined;
      const end = /["\n]|$/.exec(source.text.slice(offset))!.index + offset;
      const things = [
        ...new Set(
          [...(lookup.file('main.toy.py')?.facts ?? [])].filter(({ kind }) => kind === 'thing').map(({ name }) => name),
        ),
      ];
      const items = things.map(label => ({ label, kind: 'entry' as const, detail: 'thing', rank: 0 }));
      const snippet = { label: 'snip', kind: 'value' as const, insert: 'a${1:b}c', snippet: true, rank: 9 };
      return { replace: { start, end }, items: [...items, snippet] };
    },
    symbols: file =>
      file.facts
        .filter(({ kind }) => kind === 'variable')
        .map(fact => ({
          name: fact.name,
          detail: '',
          kind: 'table' as const,
          place: { fact, part: Part.name },
          children: file.facts
            .filter(({ kind }) => kind === 'thing')
            .map(thing => ({
              name: thing.name,
              detail: 'thing',
              kind: 'entry' as const,
              place: { fact: thing, part: Part.name },
              children: [],
            })),
        })),
    list: () => [],
    workspaces: lookup => (lookup.hasFolder('ws/alice') ? [{ id: 'alice', folder: 'ws/alice', loaded: true }] : []),
  };
}

function symbolAt(place: Place): NamedSymbol | undefined {
  const { fact, part } = place;
  const isName = (fact.kind === 'thing' || fact.kind === 'use') && part === Part.name;
  return isName ? { kind: 'thing', name: fact.name, key: thingKey(fact.name), place } : undefined;
}

function describe({ name }: NamedSymbol, context: { workspace?: string }, lookup: Lookup): Description {
  const found = lookup.providers(thingKey(name));
  return {
    title: name,
    lead: context.workspace === undefined ? 'core' : `workspace ${context.workspace}`,
    facts: found.length === 0 ? [] : [`${found.length} definitions`],
    ...(found[0] === undefined ? {} : { text: found[0].fields.map(field => field.value).join('\n') }),
    rows: found.map(fact => ({
      label: 'in',
      links: [{ text: fact.file.path, at: { fact, part: Part.name } }],
      note: 'toy',
    })),
    notes: [{ text: 'See also', links: [{ text: 'nowhere', path: 'none.py' }] }],
    explain: name,
  };
}
