import type { ModuleRun } from '../../../../server/src/syntax/python/evaluate/run';
import type { MappingContent, PyObject, PyValue } from '../../../../server/src/syntax/python/evaluate/values';

/** What `generate.py` says about one module. */
export interface Recorded {
  readonly text: string;
  /** With four environments. */
  readonly runs: readonly RecordedRun[];
}

interface RecordedRun {
  /** The exception that ended it. */
  readonly stop: string | null;
  readonly names: Readonly<Record<string, Shown>>;
}

/** A value with its type, as `shown` in `generate.py` writes it. */
type Shown = null | boolean | string | readonly Shown[];

/** In which ways what is certain is not so; `unknown` names are those that could not be told. */
export interface Compared {
  readonly wrong: readonly string[];
  readonly told: number;
  readonly unknown: number;
}

/** Compares a run with what CPython made of the text in one environment. */
export function compare(run: ModuleRun, real: RecordedRun): Compared {
  const stop = run.stops?.exception ?? null;
  const isCertain = run.doubts.length === 0;
  if (isCertain && stop !== real.stop && stop !== 'Exception')
    return { wrong: [`it ends with ${String(stop)}, really with ${String(real.stop)}`], told: 0, unknown: 0 };
  if (!isCertain && real.stop !== null) return { wrong: [], told: 0, unknown: 0 };
  if (!isCertain && stop !== null) return { wrong: [`it ends with ${stop}, really it does not`], told: 0, unknown: 0 };
  const wrong: string[] = [];
  let unknown = 0;
  let told = 0;
  for (const [name, { value, certain }] of run.names) {
    if (name.startsWith('__')) continue;
    const found = real.names[name];
    const comparison = new Comparison(run);
    const isRight = found === undefined ? !certain || isModule(value) : comparison.isLike(value, found);
    if (!isRight) wrong.push(`${name} is really ${JSON.stringify(found)}`);
    if (comparison.unknown > 0 || !certain) unknown++;
    else told++;
  }
  if (run.open === undefined)
    for (const name of Object.keys(real.names)) if (!run.names.has(name)) wrong.push(`${name} is really there`);
  return { wrong, told, unknown };
}

function isModule(value: PyValue): boolean {
  return typeof value === 'object' && value?.kind === 'module';
}

/** Whether values are what they are said to be, as far as they are told. */
class Comparison {
  unknown = 0;
  private readonly run: ModuleRun;

  constructor(run: ModuleRun) {
    this.run = run;
  }

  isLike(value: PyValue, real: Shown): boolean {
    if (Array.isArray(real) && real[0] === 'deep') return true;
    if (value === null || typeof value === 'boolean' || typeof value === 'string') return value === real;
    if (typeof value === 'object' && value.kind === 'unknown') {
      this.unknown++;
      return true;
    }
    if (!Array.isArray(real)) return false;
    const [type, ...items] = real as readonly Shown[];
    if (typeof value === 'bigint') return type === 'int' && items[0] === value.toString();
    if (typeof value === 'number') return type === 'float' && Object.is(Number(items[0]), value);
    return this.isObjectLike(value, type ?? null, items);
  }

  private isObjectLike(value: PyObject, type: Shown, items: readonly Shown[]): boolean {
    switch (value.kind) {
      case 'list':
        if (value.content.open !== undefined) this.unknown++;
        return type === 'list' && (value.content.open !== undefined || this.areLike(value.content.items, items));
      case 'tuple':
        return type === 'tuple' && this.areLike(value.items, items);
      case 'dict':
        return (
          type === 'dict' &&
          this.isMappingLike(this.run.contentOf(value), items as readonly (readonly [Shown, Shown])[])
        );
      case 'set':
        return type === 'set' && this.isSetLike(value.content, items);
      default:
        return true;
    }
  }

  private areLike(values: readonly PyValue[], real: readonly Shown[]): boolean {
    return values.length === real.length && values.every((value, index) => this.isLike(value, real[index] ?? null));
  }

  private isMappingLike(
    { entries, open, unordered }: MappingContent,
    real: readonly (readonly [Shown, Shown])[],
  ): boolean {
    const own = [...entries.values()];
    const places = own.map(({ key }) => real.findIndex(([name]) => new Comparison(this.run).isLike(key, name)));
    if (open !== undefined || own.some(({ certain }) => !certain)) this.unknown++;
    else if (own.length !== real.length || (unordered !== true && places.some((place, index) => place !== index)))
      return false;
    return own.every(({ value, certain }, index) => {
      const found = real[places[index] ?? -1];
      return found === undefined ? !certain : this.isLike(value, found[1]);
    });
  }

  private isSetLike({ entries, open }: MappingContent, real: readonly Shown[]): boolean {
    const elements = real.map(text => JSON.parse(String(text)) as Shown);
    const own = [...entries.values()];
    if (open !== undefined || own.some(({ certain }) => !certain)) this.unknown++;
    else if (own.length !== elements.length) return false;
    return own.every(
      ({ key, certain }) => !certain || elements.some(element => new Comparison(this.run).isLike(key, element)),
    );
  }
}
