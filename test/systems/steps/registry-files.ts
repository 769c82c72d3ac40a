import { FactParts } from '../../../server/src/model/fact-parts';
import { Part, type Fact } from '../../../server/src/model/fact';
import { code } from '../../../server/src/systems/code/index';
import { isStep } from '../../../server/src/systems/steps/facts';
import { keysOf } from '../../../server/src/systems/steps/define/indexing';
import { workspaceDirectory } from '../../../server/src/systems/steps/layout';
import { stepEntry } from '../../../server/src/systems/steps/read/refusals';
import { workspaceIdOf } from '../../../server/src/systems/steps/define/workspaces';
import type { System } from '../../../server/src/systems/system';
import { Workspace } from '../../../server/src/workspace';

/** A fact without its file; `fields` as an object. */
export interface RawFact {
  readonly kind: string;
  readonly name: string;
  readonly fields?: Row;
  readonly [more: string]: unknown;
}

/** Fields of a row; a value `{ unknown: '…' }` is decided at run time. */
export type Row = Readonly<Record<string, unknown>>;

/** Files by path, each as the facts that a reader would find in it. */
export type Files = Readonly<Record<string, readonly RawFact[]>>;

function factsIn(text: string): readonly RawFact[] {
  return JSON.parse(text) as RawFact[];
}

const NOWHERE = { start: 0, end: 0 };

/** Reads files that hold their facts as JSON, so that resolution is tested apart from the readers of Python and YAML. */
const FACTS_AS_JSON: System = {
  name: 'facts',
  headers: new Set(['registry', 'metadata']),
  claims: path => path.endsWith('.py') || path.endsWith('.yaml'),
  read({ text, file }, out) {
    for (const { fields, ...fact } of factsIn(text)) {
      const entries = Object.entries(fields ?? {}).map(([name, value]) => ({ name, value }));
      const parts = new FactParts(NOWHERE);
      entries.forEach(() => parts.field(NOWHERE));
      const whole = { ...fact, file, ...(fields === undefined ? {} : { fields: entries }) };
      out.fact(isStep(whole) ? stepEntry(whole) : whole, parts);
    }
    if (text.includes('"damaged"')) out.problem({ code: 'x', span: { start: 0, end: 0 }, message: '', damage: true });
  },
  keys(fact, index) {
    keysOf(fact, index, undefined);
    code.keys(fact, index, undefined);
  },
  workspaceOf: workspaceIdOf,
};

export function workspaceWith(files: Files): Workspace {
  const workspace = new Workspace({ systems: [FACTS_AS_JSON], rules: [] });
  workspace.takeChanges(
    new Map(Object.entries(files).map(([path, facts]) => [path, { text: JSON.stringify(facts), open: false }])),
  );
  workspace.complete();
  workspace.check();
  return workspace;
}

const CORE_PATH = 'src/cursus/registry/step_names_original.py';

/** A core registry with rows in a dict literal. */
export function core(rows: Readonly<Record<string, Row>>, more: Row = {}): Files {
  const stopsAt = firstRefused({ STEP_NAMES: rows });
  const known = { kind: 'registry', name: '', form: 'literal', imports: [], open: false };
  const header = { ...known, ...(stopsAt && { stopsAt }), ...more };
  return { [CORE_PATH]: [header, ...steps('STEP_NAMES', rows)] };
}

export interface Tables {
  readonly locals?: Readonly<Record<string, Row>>;
  readonly overrides?: Readonly<Record<string, Row>>;
  /** WORKSPACE_STEPS. */
  readonly ignored?: Readonly<Record<string, Row>>;
  readonly metadata?: Row;
  readonly open?: boolean;
}

export function registryPath(directory: string): string {
  return `developer_workspaces/developers/${directory}/src/cursus_dev/registry/workspace_registry.py`;
}

/** The registry of a developer workspace. */
export function registry(
  directory: string,
  { locals = {}, overrides = {}, ignored = {}, metadata, open = false }: Tables,
): Files {
  const stopsAt = firstRefused({ LOCAL_STEPS: locals, STEP_OVERRIDES: overrides });
  const path = registryPath(directory);
  const form = directory === 'shared' ? 'ignored' : 'workspace';
  const id = metadata?.['developer_id'];
  const stated = typeof id === 'string' && stopsAt === undefined ? { id: { is: 'text', text: id } } : {};
  const header = {
    kind: 'registry',
    name: '',
    form,
    imports: [],
    open,
    directory,
    ...(stopsAt && { stopsAt }),
    ...stated,
  };
  const computed = { kind: 'variable', form: 'computed', unknown: ['load()'], entries: 0 };
  return {
    [path]: [
      header,
      ...(metadata
        ? [{ kind: 'metadata', name: typeof id === 'string' ? id : '', shape: 'mapping', fields: metadata }]
        : []),
      ...(open ? [{ ...computed, name: 'LOCAL_STEPS' }] : []),
      ...steps('LOCAL_STEPS', locals),
      ...steps('STEP_OVERRIDES', overrides),
      ...steps('WORKSPACE_STEPS', ignored),
    ],
  };
}

/** One `*.step.yaml` of core. */
export function interfaceFile(
  step: string,
  { path, form = 'interface', fields = {} }: { path?: string; form?: string; fields?: Row } = {},
): Files {
  const header = { kind: 'registry', name: '', form, imports: [], open: false };
  const row = { config_class: `${step}Config`, builder_step_name: `${step}StepBuilder`, spec_type: step };
  return {
    [path ?? `src/cursus/steps/interfaces/${step.toLowerCase()}.step.yaml`]: [
      header,
      { kind: 'interface', name: step, fields },
      {
        kind: 'step',
        name: step,
        table: 'interface',
        shape: 'mapping',
        fields: { ...row, sagemaker_step_type: 'Training' },
      },
    ],
  };
}

/** A file with classes; below `steps/` it is a component too. */
export function classes(path: string, ...names: readonly (string | Row)[]): Files {
  const role = /steps\/(builder|config)s\//.exec(path)?.[1];
  const stem = path.slice(path.lastIndexOf('/') + 1, -3).replace(/^(?:builder|config)_|_step$/g, '');
  return {
    [path]: [
      ...(role === undefined ? [] : [{ kind: 'component', name: stem, role }]),
      ...names.map(
        name =>
          ({
            kind: 'class',
            bases: [],
            dynamic: false,
            abstract: false,
            ...(typeof name === 'string' ? { name } : name),
          }) as unknown as RawFact,
      ),
    ],
  };
}

/** A file with a spec, contract or script. */
export function component(path: string, role: string, more: Row = {}): Files {
  const stem = path.slice(path.lastIndexOf('/') + 1, -3).replace(/_(?:spec|contract)$/, '');
  return { [path]: [{ kind: 'component', name: stem, role, ...more }] };
}

export function inWorkspace(directory: string, path: string): string {
  const folder = directory === 'shared' ? 'shared' : `developers/${directory}`;
  return `developer_workspaces/${folder}/src/cursus_dev/${path}`;
}

/** The place in words: `path name`. */
export function placed(at: { readonly fact: Fact; readonly part: number } | undefined): string {
  return at === undefined
    ? ''
    : `${workspaceDirectory(at.fact.file.path) ?? 'core'} ${at.fact.name}${at.part === Part.name ? '' : ` #${at.part}`}`;
}

function steps(table: string, rows: Readonly<Record<string, Row>>): RawFact[] {
  return Object.entries(rows).map(([name, fields]) =>
    fields['$shape'] === undefined
      ? { kind: 'step', name, table, shape: 'mapping', fields }
      : { kind: 'step', name, table, shape: fields['$shape'], fields: {} },
  );
}

function firstRefused(tables: Readonly<Record<string, Readonly<Record<string, Row>>>>): Row | undefined {
  for (const [table, rows] of Object.entries(tables)) {
    const refused = Object.entries(rows).find(
      ([name, row]) => row['$shape'] === 'other' || !/^[\p{L}\p{N}_-]+$/u.test(name),
    );
    if (refused !== undefined) return { table, name: refused[0] };
  }
  return undefined;
}
