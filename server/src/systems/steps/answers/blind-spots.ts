import { isTestPath } from '../../../base/test-paths';
import { inWords } from '../../../base/in-words';
import { groupBy } from '../../../base/collections';
import { damageOf, type BlindSpot } from '../../../model/blind-spot';
import { classKey, DAMAGED_KEY } from '../../../model/class-outline';
import { Part, type FactFile } from '../../../model/fact';
import { at } from '../../../model/finding';
import type { Lookup } from '../../../model/lookup';
import { doubtOfImport } from '../components/classes';
import { openPart } from '../components/open-part';
import { isMadeFromInterface, missingFolder } from '../components/search-scopes';
import { coreOf, type Core } from '../define/core';
import { workspacesOf } from '../define/workspaces';
import { isStep, type ImportFact, type RegistryHeader } from '../facts';
import { OUTER_IMPORTS_KEY } from '../keys';
import { isComponentPath, workspaceDirectory } from '../layout';
import type { FileComponent } from '../naming';
import { classesSought } from '../read/imports';

const CLASS_RULES = ['step/missing-builder', 'step/missing-config'];
/** The rules over what core does not have. */
const CORE_RULES = [
  'step/unknown-reference',
  'step/unknown-source',
  'step/override-unknown',
  'step/unmapped-file-name',
  'step/unregistered-builder',
];
/** The rules over what a workspace does not have. */
const WORKSPACE_RULES = ['step/unknown-reference', 'step/unregistered-builder'];

/** What keeps the rules over steps from being certain. */
export function blindSpots(lookup: Lookup): BlindSpot[] {
  const core = coreOf(lookup);
  if (core === undefined) return withoutCore(lookup);
  return [
    ...core.headers.flatMap(header => [...ofRegistry(header, { scope: 'core', rules: CORE_RULES, lookup })]),
    ...workspacesOf(lookup).flatMap(({ id, header }) => [
      ...ofRegistry(header, { scope: `workspace '${id}'`, rules: WORKSPACE_RULES, lookup }),
    ]),
    ...ofImports(lookup),
    ...ofDamage(lookup),
    ...ofFolders(core, lookup),
  ];
}

function withoutCore(lookup: Lookup): BlindSpot[] {
  if (workspacesOf(lookup).length === 0) return [];
  const rules = [...CLASS_RULES, 'step/missing-component', 'step/entry-point-missing', ...CORE_RULES];
  return [{ rules, reason: 'no core registry is in sight' }];
}

/** Code that adds rows, or decides which builders they have; damage that may hide rows. */
function* ofRegistry(
  header: RegistryHeader,
  { scope, rules, lookup }: { scope: string; rules: readonly string[]; lookup: Lookup },
): Iterable<BlindSpot> {
  const { file } = header;
  if (header.open) yield { rules, scope, reason: 'code decides which rows there are', at: openPart(header, lookup) };
  else if (file.incomplete) yield { rules, scope, reason: 'the file is damaged', at: damageOf(file, lookup) };
  else if (header.anyBuilder === true)
    yield {
      rules: ['step/unregistered-builder'],
      scope,
      reason: 'code decides the builder of a row',
      at: openPart(header, lookup),
    };
}

/** Imports and code that may give a module of components classes that no text of the repository shows. */
function* ofImports(lookup: Lookup): Iterable<BlindSpot> {
  const open = lookup.providers(OUTER_IMPORTS_KEY).filter(each => isWanted(each, lookup));
  for (const facts of groupBy(open, ({ file, module }) => `${file.path} ${module}`).values()) {
    const [first] = facts;
    if (doubtOfImport(first, lookup) === undefined) continue;
    const rules = CLASS_RULES.filter(code => facts.some(fact => mayHide(code, fact)));
    const reason =
      first.module === '' ? 'code gives the module names at run time' : `it imports classes from '${first.module}'`;
    yield { rules, scope: scopeOf(first.file), reason, at: at(first, Part.whole) };
  }
}

/** Whether an import may hide that a class is missing: it brings any class, or one that a row names and nobody defines. */
function isWanted({ name }: ImportFact, lookup: Lookup): boolean {
  if (name === '*') return true;
  const key = classKey(name);
  return lookup.providers(key).length === 0 && lookup.readers(key).some(isStep);
}

/** Whether an import may hide what a rule over classes looks for: of everything, what is looked for in such a module. */
function mayHide(code: string, { name, file }: ImportFact): boolean {
  const isForBuilders = code === 'step/missing-builder';
  if (name !== '*') return name.endsWith('Builder') === isForBuilders;
  return classesSought(file.path)?.test(isForBuilders ? 'XStepBuilder' : 'XConfig') === true;
}

function* ofDamage(lookup: Lookup): Iterable<BlindSpot> {
  for (const { file } of lookup.providers(DAMAGED_KEY))
    if (file.incomplete && isComponentPath(file.path) && !isTestPath(file.path))
      yield {
        rules: [...CLASS_RULES, 'step/missing-component'],
        scope: scopeOf(file),
        reason: 'the file is damaged',
        at: damageOf(file, lookup),
      };
}

const RULES_BY_ROLE: ReadonlyMap<FileComponent, readonly string[]> = new Map([
  ['builder', ['step/missing-builder']],
  ['config', ['step/missing-config']],
  ['spec', ['step/missing-component']],
  ['contract', ['step/missing-component']],
  ['script', ['step/missing-component', 'step/entry-point-missing']],
]);

/** Folders of components that core does not have, as where only a part of a package is open. */
function* ofFolders(core: Core, lookup: Lookup): Iterable<BlindSpot> {
  const absent = [...RULES_BY_ROLE.keys()].filter(
    role => !isMadeFromInterface(role, core) && missingFolder(role, core, lookup) !== undefined,
  );
  if (absent.length === 0) return;
  const rules = new Set(absent.flatMap(role => RULES_BY_ROLE.get(role) ?? []));
  const folders = inWords(
    absent.map(role => `${role}s`),
    'or',
  );
  yield { rules: [...rules], reason: `there is no folder of ${folders} in '${core.package}/steps'` };
}

function scopeOf({ path }: FactFile): string {
  const directory = workspaceDirectory(path);
  return directory === undefined ? 'core' : `workspace '${directory}'`;
}
