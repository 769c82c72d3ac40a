import { canonical, isObject, isUntoldValue, type Statements } from '../verdicts';

/** What the real registry gives for the modules that it has registered, by id. */
export interface RealSchemas {
  readonly versions: Readonly<Record<string, unknown>>;
  /** The merged metadata. */
  readonly meta: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** What `get_schema` gives, or `{ERR}` where it raises an exception. */
  readonly schemas: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** One module in the JSON of `export schemas`. */
export type SaidSchema = Readonly<Record<string, unknown>>;

/** The fields and schemas of a module. `get_schema` reads the class, `get_definition` the merged values: either is right. */
export function judgeSchemas(
  id: string,
  mine: SaidSchema | undefined,
  { schemas, meta, versions }: RealSchemas,
  statements: Statements,
): void {
  const real = schemas[id];
  if (mine === undefined || real === undefined) return;
  const raises = 'ERR' in real;
  for (const field of FIELDS) {
    if (!(field in mine) || raises) continue;
    const rights = [real[field], meta[id]?.[field], ...(field === 'version' ? [versions[id]] : [])].map(canonical);
    const isRight = rights.includes(canonical(mine[field]));
    const isOpen = mine[field] === null && (field === 'version' || field === 'description');
    const why = `'${id}' ${field}: real ${rights.join(' or ')}, said ${canonical(mine[field])}`;
    statements.add(field === 'examples' ? 'exported examples' : 'exported field', isRight, why, {
      isUntold: isUntoldValue(mine[field]) || isOpen,
    });
  }
  for (const side of ['input_schema', 'output_schema'])
    if (side in mine) judgeSide(id, side, mine, raises ? undefined : real[side], statements);
}

const FIELDS = ['name', 'description', 'version', 'tags', 'annotations', 'examples'];

/** One schema; `real` is undefined where the real code raises an exception. */
function judgeSide(id: string, side: string, mine: SaidSchema, real: unknown, statements: Statements): void {
  const differing = real === undefined ? [[]] : differences(real, mine[side], []);
  const unmarked = differing.filter(at => !isMarked(at, mine, side));
  const isOpen = mine[side] === null ? real !== undefined : differing.length > 0 && unmarked.length === 0;
  const isRight = real === undefined ? mine[side] === null : differing.length === 0;
  const at = unmarked.map(keys => keys.join('.') || '.').join(', ');
  const why = `'${id}' ${side} at ${at}: real ${canonical(real)}, said ${canonical(mine[side])}`.slice(0, 800);
  statements.add('schema', isRight, why, { isUntold: isOpen });
}

/** The paths at which two values of JSON differ. */
function differences(a: unknown, b: unknown, at: readonly string[]): (readonly string[])[] {
  if (canonical(a) === canonical(b)) return [];
  if (!isObject(a) || !isObject(b)) return [at];
  const keys = new Set([...Object.keys(a), ...Object.keys(b)].filter(key => key !== '$comment'));
  return [...keys].flatMap(key => (key in a && key in b ? differences(a[key], b[key], [...at, key]) : [[...at, key]]));
}

/** Whether the JSON itself says that a place cannot be told: a `$comment` there or above, or a note that names the field. */
function isMarked(at: readonly string[], mine: SaidSchema, side: string): boolean {
  let node: unknown = mine[side];
  for (const key of [...at, undefined]) {
    if (!isObject(node)) break;
    const comment = node['$comment'];
    if (isUntoldValue(node) || (typeof comment === 'string' && /cannot tell|cannot be told|unknown/i.test(comment)))
      return true;
    node = key === undefined ? undefined : node[key];
  }
  const field = at[0] === 'properties' || at[0] === '$defs' ? at[1] : undefined;
  const notes = [mine['notes'] ?? []].flat().map(note => (typeof note === 'string' ? note : (canonical(note) ?? '')));
  return notes.some(note => note.includes(side) && (field === undefined || note.includes(field)));
}
