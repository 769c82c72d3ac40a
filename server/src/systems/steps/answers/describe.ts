import { bareClassName, classKey } from '../../../model/class-outline';
import type { ComponentItem, Context } from '../../../model/explanation';
import { Part } from '../../../model/fact';
import { fieldOf } from '../../../model/fields';
import type { Lookup } from '../../../model/lookup';
import { stringsOf } from '../../../model/value';
import type { Description, Link, NamedSymbol } from '../../system';
import { definitionInWords } from '../resolve/candidates';
import { componentsOf } from '../components/components';
import { effectiveRow } from '../define/core-rows';
import { isCoreRow, coreOf } from '../define/core';
import { isHyperparameter, isStep, textOf, type StepEntry } from '../facts';
import { aliasKey, specTypeKey, stepKey, workspaceKey } from '../keys';
import { describeField } from './field-docs';
import { describeWord } from './words-in-code';
import { resolveStep } from '../resolve/resolve';
import { workspaceIdOf, workspacesOf } from '../define/workspaces';

/** What a hover says about a name; undefined if the repository knows nothing about it. */
export function describe(named: NamedSymbol, context: Context, lookup: Lookup): Description | undefined {
  return DESCRIBE[named.kind]?.(named, context, lookup);
}

type Describe = (named: NamedSymbol, context: Context, lookup: Lookup) => Description | undefined;

const DESCRIBE: Readonly<Record<string, Describe | undefined>> = {
  step: ({ name }, context, lookup) => describeStep(name, context, lookup),
  class: ({ name }, _, lookup) => describeClass(name, lookup),
  alias: describeAlias,
  'spec type': describeSpecType,
  workspace: ({ name }, _, lookup) => describeWorkspace(name, lookup),
  field: ({ key }) => describeField(key),
  'sagemaker type': describeWord,
  'file name': describeWord,
  'job type': describeWord,
  'model type': describeWord,
};

const EMPTY = { lead: '', facts: [], rows: [], notes: [] } as const;

function describeStep(name: string, context: Context, lookup: Lookup): Description | undefined {
  const { definitions, winner: candidate, reason } = resolveStep(name, context, lookup);
  if (definitions.length === 0) return undefined;
  const winner = candidate?.definition.entry;
  const row = winner && effectiveRow(winner, lookup);
  const text = row && textOf(row, 'description');
  return {
    title: name,
    lead: candidate === undefined ? reason : definitionInWords(candidate),
    facts: row === undefined ? [] : factsOf(row),
    ...(text === undefined ? {} : { text }),
    rows: candidate === undefined ? [] : rowsOf(componentsOf(candidate.definition, lookup)),
    notes: alsoDefined(
      definitions.map(({ entry }) => entry).filter(entry => entry !== winner),
      lookup,
    ),
    explain: name,
  };
}

/** Short facts about a row: `Training`, `xgboost`, `jobs: training, validation`. */
function factsOf(entry: StepEntry): string[] {
  const jobs = stringsOf(fieldOf(entry, 'job_types'));
  const facts = [textOf(entry, 'sagemaker_step_type'), textOf(entry, 'framework')];
  return [...facts.filter(fact => fact !== undefined), ...(jobs.length > 0 ? [`jobs: ${jobs.join(', ')}`] : [])];
}

function rowsOf(components: readonly ComponentItem[]): Description['rows'] {
  return components.map(({ kind, name, at, path, scope, status, tried }) => ({
    label: kind,
    links: [{ text: name, ...(at === undefined ? {} : { at }), ...(path === undefined ? {} : { path }) }],
    note: status === 'found' ? (scope ?? '') : [status, ...tried].join('; '),
  }));
}

const MAX_LINKS = 5;

function alsoDefined(entries: readonly StepEntry[], lookup: Lookup): Description['notes'] {
  if (entries.length === 0) return [];
  const links = entries.slice(0, MAX_LINKS).map(entry => linkTo(entry, lookup));
  return [{ text: entries.length > MAX_LINKS ? 'Also defined in, among others,' : 'Also defined in', links }];
}

/** A link to a row; its text is `core`, the id of the workspace, or else the path of the file. */
function linkTo(entry: StepEntry, lookup: Lookup): Link {
  const scope = isCoreRow(entry, coreOf(lookup)) ? 'core' : workspaceIdOf(entry.file);
  return { text: scope ?? entry.file.path, at: { fact: entry, part: Part.name } };
}

function describeClass(name: string, lookup: Lookup): Description | undefined {
  const users = lookup.readers(classKey(name)).filter(fact => isStep(fact) || isHyperparameter(fact));
  const classes = lookup.providers(classKey(name));
  if (users.length === 0 && classes.length === 0) return undefined;
  const links = users.slice(0, MAX_LINKS).map(entry => ({ text: entry.name, at: { fact: entry, part: Part.name } }));
  return {
    ...EMPTY,
    title: name,
    lead: classes.length > 0 ? 'class' : 'no class of that name is in sight',
    rows: classes.slice(0, MAX_LINKS).map(fact => ({
      label: workspaceIdOf(fact.file) ?? 'core',
      links: [{ text: fact.file.path, at: { fact, part: Part.name } }],
      note: fact.bases.length > 0 ? `derives from ${fact.bases.map(bareClassName).join(', ')}` : '',
    })),
    notes: links.length === 0 ? [] : [{ text: users.length > MAX_LINKS ? 'Used by, among others,' : 'Used by', links }],
  };
}

function describeAlias({ name }: NamedSymbol, _: Context, lookup: Lookup): Description | undefined {
  const [alias] = lookup.providers(aliasKey(name));
  if (alias === undefined) return undefined;
  const targets = lookup.providers(stepKey(alias.target));
  const links = targets.slice(0, 1).map(entry => ({ text: alias.target, at: { fact: entry, part: Part.name } }));
  return { ...EMPTY, title: name, lead: 'legacy name', notes: [{ text: 'Stands for', links }], explain: alias.target };
}

function describeSpecType({ name }: NamedSymbol, _: Context, lookup: Lookup): Description | undefined {
  const users = lookup.readers(specTypeKey(name)).filter(isStep);
  if (users.length === 0) return undefined;
  const links = users.slice(0, MAX_LINKS).map(entry => ({ text: entry.name, at: { fact: entry, part: Part.name } }));
  return { ...EMPTY, title: name, lead: 'spec type', notes: [{ text: 'Of', links }] };
}

function describeWorkspace(id: string, lookup: Lookup): Description | undefined {
  const infos = workspacesOf(lookup).filter(info => info.id === id || info.directory === id);
  if (infos.length === 0 && lookup.providers(workspaceKey(id)).length === 0) return undefined;
  return {
    ...EMPTY,
    title: id,
    lead: 'developer workspace',
    rows: infos.map(({ folder, header }) => ({
      label: 'registry',
      links: [{ text: header.file.path, at: { fact: header, part: Part.whole } }],
      note: folder,
    })),
  };
}
