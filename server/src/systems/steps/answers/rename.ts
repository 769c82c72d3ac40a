import { isTestPath } from '../../../base/test-paths';
import { defined } from '../../../base/defined';
import { fileName, folderOf, joinPath } from '../../../base/paths';
import { bareClassName, classKey } from '../../../model/class-outline';
import type { Context } from '../../../model/explanation';
import { Part, type Fact, type Place } from '../../../model/fact';
import type { Entry } from '../../../model/fields';
import { fileKey, type Lookup } from '../../../model/lookup';
import type { Move, MoveEdits, NamedSymbol, Refused, Rename, RenameEdit, RenameOptions, KeyRename } from '../../system';
import { componentsOf } from '../components/components';
import { definitionsOf, type Definition } from '../define/definitions';
import { isEntry, isReference, isStep, textOf } from '../facts';
import { aliasKey, componentKey, scriptKey, specTypeKey, stepKey, variantKey, workspaceKey } from '../keys';
import { canonicalToSnake, conventionalBuilder, conventionalConfig } from '../naming';
import { stepNamedBy } from '../define/known-names';
import { whyNoStepName } from './new-names';
import { resolveStep } from '../resolve/resolve';
import { workspaceIdOf, workspacesOf } from '../define/workspaces';

/** The edits that give something a new name, by the kind of what is renamed; undefined if it cannot be renamed here. */
export function rename(
  named: NamedSymbol,
  to: string,
  how: RenameOptions,
  lookup: Lookup,
): Rename | Refused | undefined {
  return RENAME[named.kind]?.(named, to, how, lookup);
}

type Renaming = (named: NamedSymbol, to: string, how: RenameOptions, lookup: Lookup) => Rename | Refused;

const RENAME: Readonly<Record<string, Renaming | undefined>> = {
  step: renameStep,
  alias: renameAlias,
  'spec type': renameSpecType,
  workspace: renameWorkspace,
  class: renameClass,
};

const NOTHING_ELSE = { renamedDefinitions: [], keyRenames: [], moves: [] } as const;

function renameStep(named: NamedSymbol, to: string, how: RenameOptions, lookup: Lookup): Rename | Refused {
  const refusal = whyNoStepName(to);
  if (refusal !== undefined) return refusal;
  const variant = stepNamedBy(named.name, lookup);
  if (variant === undefined) return { refused: `No step '${named.name}' is in sight` };
  if (variant.jobType !== undefined)
    return { refused: `This is '${variant.step}' with a job type; rename it where it is '${variant.step}' alone` };
  const all = definitionsOf(named.name, lookup);
  const rows = renamedWith(originOf(named, how.context, lookup), all);
  if (rows.length === 0) return { refused: `It is not told which '${named.name}' is meant here` };
  const renamedDefinitions = rows.map(({ entry }) => entry);
  const edits = [
    ...renamedDefinitions.map(fact => editAt({ fact, part: Part.name }, named.name, to)),
    ...referencesTo(named.name, renamedDefinitions, all, how.context, lookup).map(({ place, from }) =>
      editAt(place, from, to + from.slice(named.name.length)),
    ),
  ];
  return how.withConventionalNames
    ? withFollowers(rows, to, edits, lookup)
    : { ...NOTHING_ELSE, renamedDefinitions, edits };
}

/** The row that a step name stands for: the row it is the name of, else the winner in the context. */
function originOf({ name, place }: NamedSymbol, context: Context, lookup: Lookup): Fact | undefined {
  return isStep(place.fact) ? place.fact : resolveStep(name, context, lookup).winner?.definition.entry;
}

/** The rows to rename with `origin`: a core step with all its overrides; another step with the rows of its file. */
function renamedWith(origin: Fact | undefined, all: readonly Definition[]): Definition[] {
  const own = all.find(({ entry }) => entry === origin);
  if (own === undefined) return [];
  const hasCore = all.some(({ scope }) => scope === 'core');
  if (own.scope === 'core' || (own.scope === 'override' && hasCore))
    return all.filter(({ scope }) => scope === 'core' || scope === 'override');
  return all.filter(({ entry }) => entry.file === own.entry.file);
}

/** Texts outside of the rows that name one of them: it wins in their context, or no other row has the name. */
function referencesTo(
  name: string,
  rows: readonly Fact[],
  all: readonly Definition[],
  context: Context,
  lookup: Lookup,
): { place: Place; from: string }[] {
  const isOnly = all.every(({ entry }) => rows.includes(entry));
  const isMeant = (fact: Fact): boolean => {
    if (isOnly) return true;
    const workspace = (isReference(fact) ? fact.workspace : undefined) ?? workspaceIdOf(fact.file);
    const { mode, profile } = context;
    const asked: Context = { mode, profile, ...(workspace === undefined ? {} : { workspace }) };
    const winner = resolveStep(name, asked, lookup).winner?.definition.entry;
    return winner !== undefined && rows.includes(winner);
  };
  const found: { place: Place; from: string }[] = [];
  const isVariant = (from: string): boolean => stepNamedBy(from, lookup)?.step === name;
  for (const fact of [...lookup.readers(stepKey(name)), ...lookup.readers(variantKey(name))]) {
    if (fact.kind === 'reference' && isVariant(fact.name) && isMeant(fact))
      found.push({ place: { fact, part: Part.name }, from: fact.name });
    if (fact.kind === 'alias' && fact.target === name && isMeant(fact))
      found.push({ place: { fact, part: Part.fieldValue(0) }, from: name });
  }
  for (const fact of lookup.providers(componentKey(name)))
    if (fact.stepType !== undefined && isVariant(fact.stepType) && isMeant(fact))
      found.push({ place: { fact, part: Part.fieldValue(0) }, from: fact.stepType });
  return found;
}

/** Renames the step with the classes, spec type and files that are named after the step by convention and used by no other step. */
function withFollowers(rows: readonly Definition[], to: string, edits: RenameEdit[], lookup: Lookup): Rename {
  const from = defined(rows[0], 'a row of the step').entry.name;
  const renamedDefinitions = rows.map(({ entry }) => entry);
  const keyRenames: KeyRename[] = [];
  const moves = new Map<string, string>();
  for (const [field, old, name] of [
    ['builder_step_name', conventionalBuilder(from), conventionalBuilder(to)],
    ['config_class', conventionalConfig(from), conventionalConfig(to)],
  ] as const) {
    const isConventional = rows.some(({ entry }) => textOf(entry, field) === old);
    const users = lookup.readers(classKey(old)).filter(isEntry);
    if (!isConventional || old === name || users.some(user => !renamedDefinitions.some(row => row === user))) continue;
    edits.push(...renamedDefinitions.flatMap(row => fieldEdits(row, field, old, name)));
    keyRenames.push({ key: classKey(old), to: name });
  }
  if (
    lookup
      .readers(specTypeKey(from))
      .every(user => user.kind !== 'step' || renamedDefinitions.some(row => row === user))
  )
    edits.push(...specTypeEdits(from, to, lookup));
  for (const row of rows)
    for (const { kind, path, status } of componentsOf(row, lookup)) {
      if (status !== 'found' || path === undefined || kind === 'hyperparameters') continue;
      const target = renamedPath(path, from, to);
      if (target !== undefined) moves.set(path, target);
    }
  const moved = [...moves].map(([path, target]) => ({ path, to: target }));
  for (const { path, to: target } of moved)
    keyRenames.push({ key: fileKey(path), to: fileName(target).replace(/\.py$/, ''), requiredMove: path });
  return { edits: [...edits, ...moveEdits(moved, lookup)], renamedDefinitions, keyRenames, moves: moved };
}

/** What changes in registries when files are moved: see `moveEdits`. */
export function editsForMoves(moves: readonly Move[], lookup: Lookup): MoveEdits {
  return { edits: moveEdits(moves, lookup), moves: [] };
}

/** Edits of contracts that name a moved script, and of texts that name a workspace whose folder is moved. */
function moveEdits(moves: readonly Move[], lookup: Lookup): RenameEdit[] {
  return moves.flatMap(({ path, to }) => {
    const scripts = path.endsWith('.py') && fileName(path) !== fileName(to) ? scriptEdits(path, to, lookup) : [];
    const own = workspacesOf(lookup).find(({ folder, directory, id }) => folder === path && directory === id);
    const edits = own === undefined ? scripts : [...scripts, ...workspaceEdits(own.id, fileName(to), lookup)];
    return edits.map(edit => ({ ...edit, requiredMove: path }));
  });
}

/**
 * Contracts name scripts by file name, so nothing is edited while another file has the name. A folder in front stays.
 */
function scriptEdits(path: string, to: string, lookup: Lookup): RenameEdit[] {
  const [from, name] = [fileName(path), fileName(to)];
  if (lookup.providers(scriptKey(from)).some(({ file }) => file.path !== path)) return [];
  return lookup.readers(scriptKey(from)).flatMap(fact => {
    const edit = (stated: string, at: number): RenameEdit =>
      editAt({ fact, part: Part.fieldValue(at) }, stated, stated.slice(0, stated.length - from.length) + name);
    if (fact.kind === 'component') return fact.entryPoint === undefined ? [] : [edit(fact.entryPoint, 0)];
    const { fields } = fact;
    const index = fields.findLastIndex(field => field.name === 'contract.entry_point');
    const stated = fields[index]?.value;
    return typeof stated === 'string' ? [edit(stated, index)] : [];
  });
}

/**
 * The new path of a file whose name contains the name of the renamed step, as `builder_xgboost_training_step.py` does;
 * undefined if it does not.
 */
function renamedPath(path: string, from: string, to: string): string | undefined {
  const [old, name] = [canonicalToSnake(from), canonicalToSnake(to)];
  const file = fileName(path);
  const at = file.indexOf(old);
  const isWhole = at >= 0 && !/[a-z0-9]/i.test(file[at - 1] ?? '') && !/[a-z0-9]/i.test(file[at + old.length] ?? '');
  if (!isWhole || old === name) return undefined;
  const folder = folderOf(path);
  return joinPath(folder, file.slice(0, at) + name + file.slice(at + old.length));
}

function renameAlias(named: NamedSymbol, to: string, _: RenameOptions, lookup: Lookup): Rename | Refused {
  const taken = [...lookup.providers(aliasKey(to)), ...lookup.providers(stepKey(to))];
  if (taken.length > 0) return { refused: `'${to}' is taken already` };
  const edits = [...lookup.providers(aliasKey(named.name)), ...lookup.readers(stepKey(named.name))]
    .filter(({ name }) => name === named.name)
    .map(fact => editAt({ fact, part: Part.name }, named.name, to));
  return { ...NOTHING_ELSE, edits };
}

function renameSpecType(named: NamedSymbol, to: string, _: RenameOptions, lookup: Lookup): Rename | Refused {
  if (lookup.readers(specTypeKey(to)).some(isStep)) return { refused: `'${to}' is the spec type of a step already` };
  return { ...NOTHING_ELSE, edits: specTypeEdits(named.name, to, lookup) };
}

function specTypeEdits(from: string, to: string, lookup: Lookup): RenameEdit[] {
  return lookup.readers(specTypeKey(from)).flatMap(fact => {
    if (fact.kind === 'reference') return [editAt({ fact, part: Part.name }, from, to)];
    return isStep(fact) ? fieldEdits(fact, 'spec_type', from, to) : [];
  });
}

function renameWorkspace(named: NamedSymbol, to: string, _: RenameOptions, lookup: Lookup): Rename | Refused {
  const infos = workspacesOf(lookup);
  const own = infos.filter(({ id, directory }) => id === named.name || directory === named.name);
  if (own.length === 0) return { refused: `No workspace '${named.name}' is in sight` };
  const [{ directory, folder }] = own as [(typeof own)[number]];
  if (own.length > 1) return { refused: `Several directories are workspace '${named.name}'` };
  if (directory === named.name)
    return { refused: `The workspace is called after its folder; rename '${folder}', and its name goes with it` };
  if (infos.some(({ id, directory: taken }) => id === to || taken === to))
    return { refused: `'${to}' is another workspace already` };
  return { ...NOTHING_ELSE, edits: workspaceEdits(named.name, to, lookup) };
}

/** Renames the id of a workspace in its metadata and wherever code selects the workspace. */
export function workspaceEdits(from: string, to: string, lookup: Lookup): RenameEdit[] {
  const key = workspaceKey(from);
  return [...lookup.providers(key), ...lookup.readers(key)].flatMap(fact => {
    if (fact.kind === 'reference') return [editAt({ fact, part: Part.name }, from, to)];
    return fact.kind === 'metadata' ? fieldEdits(fact, 'developer_id', from, to) : [];
  });
}

function renameClass(named: NamedSymbol, to: string, how: RenameOptions, lookup: Lookup): Rename | Refused {
  if (!how.withConventionalNames)
    return { refused: 'A class is renamed with its imports by the command Registry: Rename Across Registry' };
  if (!/^[\p{L}_][\p{L}\p{N}_]*$/u.test(to)) return { refused: `'${to}' is no name that a Python class can have` };
  const classes = lookup.providers(classKey(named.name)).filter(({ file }) => !isTestPath(file.path));
  if (classes.length > 1)
    return { refused: `There are ${classes.length} classes '${named.name}'; rename them in Python` };
  if (classes[0]?.dynamic === true) return { refused: `'${bareClassName(named.name)}' is made at run time` };
  if (lookup.providers(classKey(to)).length > 0) return { refused: `There is a class '${to}' already` };
  const edits = lookup.readers(classKey(named.name)).flatMap(fact => {
    if (isReference(fact)) return [editAt({ fact, part: Part.name }, named.name, to)];
    return isEntry(fact) ? CLASS_FIELDS.flatMap(field => fieldEdits(fact, field, named.name, to)) : [];
  });
  return { ...NOTHING_ELSE, edits, keyRenames: [{ key: named.key, to }] };
}

const CLASS_FIELDS = ['builder_step_name', 'config_class', 'class_name'];

function fieldEdits(entry: Entry, field: string, from: string, to: string): RenameEdit[] {
  return entry.fields.flatMap(({ name, value }, i) =>
    name === field && value === from ? [editAt({ fact: entry, part: Part.fieldValue(i) }, from, to)] : [],
  );
}

function editAt(at: Place, from: string, to: string): RenameEdit {
  return { at, from, to };
}
