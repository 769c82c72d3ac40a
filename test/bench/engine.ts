import { Workspace } from '../../server/src/workspace';
import { benchRepository, coreSteps, type RepositorySize } from './repositories';
import { percentile, samples, spread, time, type Row } from './timing';

const EDITS = 300;

/** Cost of an edit inside the engine (no protocol): a registry of 1,000 rows, among few and among many workspaces. */
export function benchEngine(): Row[] {
  const small = measure({ workspaces: 10, rows: 100, core: 128 });
  const large = measure({ workspaces: 1000, rows: 100, core: 128 });
  return [
    { what: 'first index, 1,000 workspaces', value: `${large.index.toFixed(0)} ms`, note: `${large.bytes} MB` },
    { what: 'value flip, 10 workspaces', value: spread(small.flip) },
    { what: 'value flip, 1,000 workspaces', value: spread(large.flip) },
    { what: 'typing a row, 1,000 workspaces', value: spread(large.typing) },
    { what: 'break and repair, 1,000 workspaces', value: spread(large.damage) },
    { what: 'override that 100s share, 1,000 workspaces', value: spread(large.fanOut) },
    {
      what: 'growth of a value flip, 100 times the workspaces',
      value: `${(percentile(large.flip, 0.5) / percentile(small.flip, 0.5)).toFixed(2)} ×`,
    },
  ];
}

interface Measured {
  readonly index: number;
  readonly bytes: string;
  readonly flip: number[];
  readonly typing: number[];
  readonly damage: number[];
  readonly fanOut: number[];
}

function measure(size: RepositorySize): Measured {
  const { files, edited: path } = benchRepository(size);
  const text = files.get(path)!;
  const shared = coreSteps(size)[63]!;
  const workspace = new Workspace({ readText: each => files.get(each) });
  const index = time(() => {
    for (const [each, content] of files) workspace.takeChanges(new Map([[each, { text: content, open: false }]]));
    workspace.complete();
    workspace.check();
  });
  const edit = (next: string): void => {
    workspace.apply(new Map([[path, { text: next, open: true }]]));
    workspace.findings(path);
    workspace.takeChangedPaths();
  };
  edit(text);
  const bytes = ([...files.values()].reduce((sum, each) => sum + each.length, 0) / 1e6).toFixed(1);
  return {
    index,
    bytes,
    flip: samples(EDITS, i => edit(text.replace('"framework": "pandas"', `"framework": "pandas${i % 7}"`))),
    typing: samples(EDITS, i =>
      edit(text.replace('LOCAL_STEPS = {\n', `LOCAL_STEPS = {\n    "${'NewStep'.slice(0, (i % 7) + 1)}": {},\n`)),
    ),
    damage: samples(EDITS, i =>
      edit(i % 2 === 0 ? text.replace('"framework": "pandas"', '"framework": "pandas') : text),
    ),
    fanOut: samples(EDITS, i => edit(i % 2 === 0 ? text.replace(`    "${shared}": {`, `    "${shared}Z": {`) : text)),
  };
}
