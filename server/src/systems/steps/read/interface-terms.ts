import { FactParts, type FieldSpans } from '../../../model/fact-parts';
import type { FactWriter, Source } from '../../system';
import type { YamlEntry, YamlMapping, YamlNode } from '../../../syntax/yaml/tree';
import { EVERY_KIND, SECTIONS, type Section, type Term, type TermKind, type TermsFact } from '../terms';

/** Reads the contract and the specification of a `*.step.yaml`, as they are without a variant (formats 1.10). */
export function writeInterfaceTerms(root: YamlMapping, file: Source['file'], out: FactWriter): void {
  const type = entryOf(root, 'step_type')?.value;
  const name = textOf(type) ?? '';
  for (const by of ['contract', 'specification'] as const) {
    const section = entryOf(root, by === 'contract' ? 'contract' : 'spec');
    if (section === undefined) continue;
    const list: Placed = { terms: [], parts: new FactParts(section.key.span, section.key.span), open: new Set() };
    const entryPoint = by === 'contract' ? textOf(entryOf(section.value, 'entry_point')?.value) : undefined;
    if (by === 'contract') {
      readContract(section.value, list);
      addItems(list, entryOf(entryOf(root, 'patterns')?.value, 'direct_input_keys')?.value, { of: 'direct input' });
    } else readSpecification(section.value, list);
    openVaried(root, by, list);
    const fact: TermsFact = {
      kind: 'terms',
      name,
      file,
      by,
      inInterface: true,
      terms: list.terms,
      open: [...list.open].sort(),
      ...(entryPoint === undefined ? {} : { entryPoint }),
      ...(by === 'specification' && name !== '' ? { stepType: name } : {}),
    };
    out.fact(fact, list.parts.fields(sectionSpans(section, by)));
  }
}

/** Where the sections of a contract or specification stand, in their order; an empty one stands where its key does. */
function sectionSpans(whole: YamlEntry, by: 'contract' | 'specification'): readonly FieldSpans[] {
  const variables = entryOf(whole.value, 'env_vars');
  const entryOfSection: Readonly<Record<Section, YamlEntry | undefined>> = {
    all: whole,
    inputs: entryOf(whole.value, by === 'contract' ? 'inputs' : 'dependencies'),
    outputs: entryOf(whole.value, 'outputs'),
    arguments: entryOf(whole.value, 'arguments'),
    variables,
    'required variables': entryOf(variables?.value, 'required'),
    'optional variables': entryOf(variables?.value, 'optional'),
  };
  return SECTIONS.map(section => {
    const entry = entryOfSection[section];
    return { name: entry?.key.span ?? whole.key.span, value: entry?.value?.span ?? entry?.key.span ?? whole.key.span };
  });
}

interface Placed {
  readonly terms: Term[];
  readonly parts: FactParts;
  readonly open: Set<TermKind>;
}

function readContract(contract: YamlNode | undefined, list: Placed): void {
  for (const of of ['input', 'output'] as const)
    for (const entry of entries(contract, `${of}s`)) {
      const path = textOf(entryOf(entry.value, 'path')?.value);
      const term = {
        of,
        name: String(entry.key.value),
        ...requirement(entry),
        ...(path === undefined ? {} : { path }),
      };
      add(list, term, entry);
    }
  addItems(list, entryOf(contract, 'skip_inputs')?.value, { of: 'skipped input' });
  // A step that only takes mounts no outputs.
  if (scalar(entryOf(contract, 'sink')?.value) === true) list.open.add('output');
  for (const entry of entries(contract, 'arguments'))
    add(list, { of: 'argument', name: String(entry.key.value) }, entry);
  readFlags(entryOf(contract, 'job_arguments')?.value, list);
  const variables = entryOf(contract, 'env_vars')?.value;
  // A contract without the section does not say that there are none.
  if (variables === undefined) list.open.add('variable');
  addItems(list, entryOf(variables, 'required')?.value, { of: 'variable', required: true });
  for (const entry of entries(variables, 'optional'))
    add(list, { of: 'variable', name: String(entry.key.value), required: false }, entry);
}

/** Reads the flags that the script is said to take; which of them are given, and whether there are more, code decides. */
function readFlags(flags: YamlNode | undefined, list: Placed): void {
  if (flags === undefined) return;
  list.open.add('argument');
  for (const item of flags.type === 'sequence' ? flags.items : []) {
    const flag = entryOf(item, 'flag')?.value;
    const name = textOf(flag);
    if (flag === undefined || name?.startsWith('--') !== true) continue;
    list.terms.push({ of: 'argument', name: name.slice(2), required: true });
    list.parts.field(flag.span);
  }
}

function readSpecification(specification: YamlNode | undefined, list: Placed): void {
  for (const entry of entries(specification, 'dependencies')) {
    add(list, { ...port('input', entry), ...requirement(entry), ...matching(entry) }, entry);
  }
  for (const entry of entries(specification, 'outputs')) {
    const output = String(entry.key.value);
    add(list, port('output', entry), entry);
    addItems(list, entryOf(entry.value, 'aliases')?.value, { of: 'alias', output });
    const path = entryOf(entry.value, 'property_path')?.value;
    const name = textOf(path);
    if (path === undefined || name === undefined) continue;
    list.terms.push({ of: 'property', name, output });
    list.parts.field(path.span);
  }
}

/** Whether an input or dependency says that it is required. */
function requirement({ value }: YamlEntry): { readonly required?: boolean } {
  const required = scalar(entryOf(value, 'required')?.value);
  return typeof required === 'boolean' ? { required } : {};
}

/** What outputs are matched with a dependency by, besides its name and types. */
function matching({ value }: YamlEntry): Pick<Term, 'sources' | 'keywords'> {
  const texts = (name: string): string[] => {
    const items = entryOf(value, name)?.value;
    return items?.type === 'sequence' ? items.items.flatMap(item => textOf(item) ?? []) : [];
  };
  const [sources, keywords] = [texts('compatible_sources'), texts('semantic_keywords')];
  return { ...(sources.length > 0 ? { sources } : {}), ...(keywords.length > 0 ? { keywords } : {}) };
}

function port(of: 'input' | 'output', entry: YamlEntry): Term {
  const type = textOf(entryOf(entry.value, 'type')?.value);
  const dataType = textOf(entryOf(entry.value, 'data_type')?.value);
  return {
    of,
    name: String(entry.key.value),
    ...(type === undefined ? {} : { type }),
    ...(dataType === undefined || dataType === 'S3Uri' ? {} : { dataType }),
  };
}

function add({ terms, parts }: Placed, term: Term, { key, value }: YamlEntry): void {
  terms.push(term);
  parts.field(key.span, value?.span);
}

/** Adds a term for each text of a list. */
function addItems({ terms, parts }: Placed, items: YamlNode | undefined, common: Omit<Term, 'name'>): void {
  for (const item of items?.type === 'sequence' ? items.items : []) {
    const name = textOf(item);
    if (name === undefined) continue;
    terms.push({ ...common, name });
    parts.field(item.span);
  }
}

/** Opens what variants of the interface may change: the whole of a contract; of a specification, that which they name. */
function openVaried(root: YamlMapping, by: 'contract' | 'specification', list: Placed): void {
  for (const { value } of entries(root, 'variants')) {
    const section = entryOf(value, by === 'contract' ? 'contract' : 'spec')?.value;
    if (section === undefined) continue;
    if (by === 'contract') for (const kind of EVERY_KIND) list.open.add(kind);
    else {
      openPorts(list, 'input', entries(section, 'dependencies'));
      openPorts(list, 'output', entries(section, 'outputs'));
    }
  }
}

/** Variants are merged with what they are variants of: a port stays, and may have another type, names and sources. */
function openPorts(list: Placed, of: 'input' | 'output', varied: readonly YamlEntry[]): void {
  if (of === 'output' && varied.length > 0) list.open.add('alias').add('property');
  for (const entry of varied) {
    const { name, type } = port(of, entry);
    const index = list.terms.findIndex(term => term.of === of && term.name === name);
    const term = list.terms[index];
    if (term === undefined || (type !== undefined && type !== term.type)) list.open.add(of);
    else if (of === 'input') list.terms[index] = { ...term, isOpen: true };
  }
}

/** The entry of a key in a mapping; the last one if the key is given several times. */
function entryOf(node: YamlNode | undefined, name: string): YamlEntry | undefined {
  return node?.type === 'mapping' ? node.entries.findLast(({ key }) => key.value === name) : undefined;
}

function entries(node: YamlNode | undefined, name: string): readonly YamlEntry[] {
  const value = entryOf(node, name)?.value;
  return value?.type === 'mapping' ? value.entries : [];
}

function scalar(node: YamlNode | undefined): unknown {
  return node?.type === 'scalar' ? node.value : undefined;
}

function textOf(node: YamlNode | undefined): string | undefined {
  const value = scalar(node);
  return typeof value === 'string' ? value : undefined;
}
