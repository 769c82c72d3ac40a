import fc from 'fast-check';
import type { Context } from '../../../server/src/model/explanation';
import type { Edit } from '../../../server/src/systems/steps/explain/counterfactuals';
import { workspaceDirectory } from '../../../server/src/systems/steps/layout';
import { core, registry, type Files, type Row, type Tables } from './registry-files';

/** A repository as its author thinks of it, so that edits can be made to it as an author would make them. */
export interface Repository {
  readonly core: Rows | undefined;
  readonly workspaces: Readonly<Record<string, Tables>>;
}

type Rows = Readonly<Record<string, Row>>;

const STEPS = ['X', 'Y', '__proto__', 'Bad Name'];
const DIRECTORIES = ['alice', 'bob', 'carol', 'shared'];
const FRAMEWORKS = ['xgboost', 'pytorch'];
const TAGS = ['dev', 'prod'];
const STRATEGIES = ['workspace_priority', 'framework_match', 'environment_match', 'manual', 'highest_priority'];

export const anyRepository: fc.Arbitrary<Repository> = fc.record({
  core: fc.option(anyRows(), { nil: undefined }),
  workspaces: fc.dictionary(fc.constantFrom(...DIRECTORIES), anyTables(), { maxKeys: 4, noNullPrototype: true }),
});

export const anyContext: fc.Arbitrary<Context> = fc.record(
  {
    profile: fc.constantFrom('isolated', 'hybrid', 'intelligent'),
    mode: fc.constantFrom('automatic', 'interactive', 'strict'),
    workspace: fc.constantFrom(...DIRECTORIES, 'dave', 'nobody'),
    framework: fc.constantFrom(...FRAMEWORKS),
    environment: fc.subarray(TAGS),
  },
  { requiredKeys: ['profile', 'mode'] },
);

export function filesOf({ core: rows, workspaces }: Repository): Files {
  const registries = Object.entries(workspaces).map(([directory, tables]) => registry(directory, tables));
  return Object.assign(rows === undefined ? {} : core(rows), ...registries) as Files;
}

/** Makes an edit of a counterfactual in the files, as its words say. */
export function edited(repository: Repository, edit: Exclude<Edit, { do: 'ask' }>): Repository {
  const { entry } = edit.do === 'load' ? edit.definition : edit.candidate.definition;
  const directory = workspaceDirectory(entry.file.path);
  if (directory === undefined) throw new Error('nobody is told to edit core');
  const tables = editedTables(repository.workspaces[directory]!, edit, entry);
  return { ...repository, workspaces: { ...repository.workspaces, [directory]: tables } };
}

const TABLE = { LOCAL_STEPS: 'locals', STEP_OVERRIDES: 'overrides', WORKSPACE_STEPS: 'ignored' } as const;

function editedTables(
  tables: Tables,
  edit: Exclude<Edit, { do: 'ask' }>,
  entry: { name: string; table: string },
): Tables {
  const table = TABLE[entry.table as keyof typeof TABLE];
  const rows = tables[table]!;
  const row = rows[entry.name]!;
  switch (edit.do) {
    case 'remove':
      return { ...tables, [table]: without(rows, entry.name) };
    case 'rename':
      return {
        ...tables,
        [table]: without(rows, entry.name),
        locals: { ...without(tables.locals ?? {}, table === 'locals' ? entry.name : ''), [edit.name]: row },
      };
    case 'priority':
    case 'framework':
      return { ...tables, [table]: { ...rows, [entry.name]: { ...row, [edit.do]: edit.value } } };
    case 'load':
      if ('movingTo' in edit.by)
        return { ...tables, [table]: without(rows, entry.name), locals: { ...tables.locals, [entry.name]: row } };
      return {
        ...tables,
        locals: repaired(tables.locals, edit.by.repairing),
        overrides: repaired(tables.overrides, edit.by.repairing),
      };
  }
}

function without(rows: Rows, name: string): Rows {
  return Object.fromEntries(Object.entries(rows).filter(([each]) => each !== name));
}

function repaired(rows: Rows = {}, name: string): Rows {
  const fresh = name === 'Bad Name' ? 'Repaired' : name;
  return Object.fromEntries(Object.entries(rows).map(([each, row]) => (each === name ? [fresh, {}] : [each, row])));
}

function anyRow(): fc.Arbitrary<Row> {
  const mapping = fc.record(
    {
      framework: fc.constantFrom(...FRAMEWORKS),
      priority: fc.constantFrom(0, 1, 80, 100, '7'),
      environment_tags: fc.oneof(fc.subarray(TAGS), fc.constant('dev')),
      conflict_resolution_strategy: fc.constantFrom(...STRATEGIES),
    },
    { requiredKeys: [], noNullPrototype: true },
  );
  return fc.oneof(
    { weight: 12, arbitrary: mapping },
    { weight: 1, arbitrary: fc.constantFrom({ $shape: 'other' }, { $shape: 'unknown' }) },
  );
}

function anyRows(): fc.Arbitrary<Rows> {
  return fc
    .uniqueArray(fc.tuple(fc.oneof({ weight: 6, arbitrary: fc.constant('X') }, fc.constantFrom(...STEPS)), anyRow()), {
      selector: ([name]) => name,
      maxLength: 3,
    })
    .map(rows => Object.fromEntries(rows));
}

function anyTables(): fc.Arbitrary<Tables> {
  const metadata = fc.record(
    {
      developer_id: fc.constantFrom('alice', 'bob', 'dave', ''),
      default_resolution_strategy: fc.constantFrom(...STRATEGIES),
      preferred_frameworks: fc.shuffledSubarray(FRAMEWORKS),
      environment_preferences: fc.subarray(TAGS),
      conflict_tolerance: fc.constantFrom('low', 'high'),
    },
    { requiredKeys: [], noNullPrototype: true },
  );
  return fc.record(
    { locals: anyRows(), overrides: anyRows(), ignored: anyRows(), metadata },
    { requiredKeys: [], noNullPrototype: true },
  );
}
