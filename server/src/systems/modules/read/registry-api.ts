/** What a method or function of the run time does with a module id, its first argument. */
export interface ApiCall {
  /** The name of the parameter. */
  readonly keyword: 'module_id' | 'id';
  /** What becomes of the call when no module has the id, as the end of a sentence; absent where asking is no mistake. */
  readonly unknown?: string;
  /** It runs the module with the inputs in its second argument, after validating them. */
  readonly runs?: true;
  /** It gives the id to something that code has made. */
  readonly registers?: true;
}

const ASKS: ApiCall = { keyword: 'module_id' };
const GIVES_NONE: ApiCall = { keyword: 'module_id', unknown: 'the answer is None' };
const RAISES: ApiCall = { keyword: 'module_id', unknown: 'this raises ModuleNotFoundError' };
const RUNS: ApiCall = { ...RAISES, runs: true };
const REGISTERS: ApiCall = { keyword: 'module_id', registers: true };
/** The decorator that makes a module of a function. */
export const DECORATES: ApiCall = { keyword: 'id', registers: true };

const CLIENT: Readonly<Record<string, ApiCall>> = {
  call: RUNS,
  call_async: RUNS,
  stream: RUNS,
  validate: ASKS,
  describe: RAISES,
  disable: ASKS,
  enable: ASKS,
  register: REGISTERS,
  module: DECORATES,
};

/**
 * The methods that take the id of a module, a row each, by their classes; `apcore` stands for the package itself, whose functions are
 * those of a client that it keeps (checked against the signatures of apcore 0.19; document 003).
 */
export const API_CALLS: Readonly<Record<string, Readonly<Record<string, ApiCall>>>> = {
  Registry: {
    get: GIVES_NONE,
    has: ASKS,
    get_definition: GIVES_NONE,
    export_schema: GIVES_NONE,
    describe: RAISES,
    acquire: RAISES,
    release: ASKS,
    is_draining: ASKS,
    unregister: ASKS,
    safe_unregister: ASKS,
    register: REGISTERS,
  },
  Executor: {
    call: RUNS,
    call_async: RUNS,
    stream: RUNS,
    call_with_trace: RUNS,
    call_async_with_trace: RUNS,
    validate: ASKS,
  },
  APCore: CLIENT,
  apcore: CLIENT,
};

/** The row of a method by its class and name, `Executor.call`; undefined of one that takes no id. */
export function apiRow(api: string): ApiCall | undefined {
  const [type = '', method = ''] = api.split('.', 2);
  const rows = Object.hasOwn(API_CALLS, type) ? API_CALLS[type] : undefined;
  return rows !== undefined && Object.hasOwn(rows, method) ? rows[method] : undefined;
}

/** The attributes of objects of the run time that are such objects themselves, and what makes one beside the class itself. */
export const API_ATTRIBUTES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  APCore: { registry: 'Registry', executor: 'Executor' },
  Executor: { registry: 'Registry' },
  Context: { executor: 'Executor' },
};

/** The class methods that make an object of their class. */
export const API_MAKERS: ReadonlySet<string> = new Set(['Executor.from_registry']);

/** A text without any of these words names no module. */
export const API_WORDS = /\bapcore\b|\.executor\.\w/;

/** What lets modules into a registry whose ids no text states: bindings, loaders and scanners. */
export const OPENING_WORDS = /\b(?:BindingLoader|load_bindings\w*|set_discoverer|register_internal|apcore_toolkit)\b/;

/** What may change the inputs of a call before they are validated. */
export const CHANGING_WORDS = /\b(?:Middleware\w*|\w+Middleware|use_before|middlewares|ExecutionStrategy|strategy)\b/;
