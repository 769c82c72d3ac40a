import { isList, isMapping, isUnknown, type Value } from '../../../../model/value';

type Json = Map<string, Value>;
const REFERENCE = '#/$defs/';

/**
 * A schema with its definitions under `$defs`, and the shortest names for these that tell them apart: the name of the class, else with
 * its module, else with a number (`_DefinitionsRemapping`). Equal definitions of one name are one.
 */
export function remappedDefinitions(schema: Json, definitions: ReadonlyMap<string, Json>): Json {
  const choices = namesOf([...definitions.keys()]);
  let names = new Map<string, string>();
  let current: ReadonlyMap<string, Value> = definitions;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const next = chosen(choices, current);
    const isSettled = [...next].every(([ref, name]) => names.get(ref) === name);
    names = next;
    if (isSettled) break;
    current = new Map([...definitions].map(([ref, each]) => [ref, renamed(each, names)]));
  }
  const made = renamed(schema, names) as Json;
  if (definitions.size > 0)
    made.set('$defs', new Map([...definitions].map(([ref, each]) => [names.get(ref) ?? ref, renamed(each, names)])));
  return made;
}

const MOST_ROUNDS = 100;

/** The names that a definition may have, the preferred ones first. */
function namesOf(refs: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const counts = new Map<string, number>();
  return new Map(
    refs.map(ref => {
      const parts = ref.split(/([\][,])/).map(part => part.replace(/:[^:]*$/, ''));
      const name = normalized(parts.map(part => part.replace(/(?<![^.[\]])(?:[^.[\]]+\.)+([^.[\]]+)/g, '$1')).join(''));
      const qualified = normalized(parts.join(''));
      const count = (counts.get(qualified) ?? 0) + 1;
      counts.set(qualified, count);
      return [
        ref,
        [
          name,
          `${name}-Input`,
          qualified,
          `${qualified}-Input`,
          `${qualified}__${count}`,
          `${qualified}-Input__${count}`,
        ],
      ];
    }),
  );
}

function normalized(name: string): string {
  return name.replace(/[^a-zA-Z0-9.\-_]/g, '_').replaceAll('.', '__');
}

/** For each definition, the first of its names under which there is one schema only. */
function chosen(
  choices: ReadonlyMap<string, readonly string[]>,
  definitions: ReadonlyMap<string, Value>,
): Map<string, string> {
  const schemas = new Map<string, Set<string>>();
  for (const [ref, names] of choices)
    for (const name of names) {
      const own = schemas.get(name) ?? new Set();
      schemas.set(name, own.add(textOf(definitions.get(ref) ?? null)));
    }
  return new Map([...choices].map(([ref, names]) => [ref, names.find(name => schemas.get(name)?.size === 1) ?? ref]));
}

function textOf(value: Value): string {
  if (isMapping(value))
    return `{${[...value]
      .map(([key, each]) => `${JSON.stringify(key)}:${textOf(each)}`)
      .sort()
      .join(',')}}`;
  return isList(value) ? `[${value.map(textOf).join(',')}]` : JSON.stringify(value);
}

/** A schema in which references lead to definitions by their names. */
function renamed(value: Value, names: ReadonlyMap<string, string>): Value {
  if (typeof value === 'string' && value.startsWith(REFERENCE)) {
    const name = names.get(value.slice(REFERENCE.length));
    return name === undefined ? value : REFERENCE + name;
  }
  if (isList(value)) return value.map(each => renamed(each, names));
  if (!isMapping(value) || isUnknown(value)) return value;
  return new Map([...value].map(([key, each]) => [key, renamed(each, names)]));
}
