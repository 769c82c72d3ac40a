import { Workspace } from '../../server/src/workspace';

/**
 * How the cost of a check, and of an edit, grows with repositories that were made to be slow: `npx tsx test/bench/cost.ts 1000 8000`.
 * Processor time, since other programs run as well. The exponent is that between the first and the last size; nothing should be above 1.2.
 */
const CORE = 'src/cursus/registry/step_names.py';
const workspaceOf = (id: string): string =>
  `developer_workspaces/developers/${id}/src/cursus_dev/registry/workspace_registry.py`;

/** The files of a repository of size `n`; the one that is edited comes first, with what to replace. */
type Generator = (n: number) => {
  readonly files: readonly (readonly [string, string])[];
  readonly edit: readonly [string, string];
};

const lines = (n: number, line: (i: number) => string): string => Array.from({ length: n }, (_, i) => line(i)).join('');
const rows = (n: number, name = 'Step'): string =>
  lines(
    n,
    i => `    "${name}${i}": {"config_class": "${name}${i}Config", "builder_step_name": "${name}${i}StepBuilder"},\n`,
  );
const core = (n: number): readonly [string, string] => [CORE, `STEP_NAMES = {\n${rows(n)}}\n`];

const GENERATORS: Readonly<Record<string, Generator>> = {
  'core rows and unknown references': n => ({
    files: [
      core(n),
      [
        'pipelines/use.py',
        `from cursus.registry import get_config_class_name\n${lines(n, i => `get_config_class_name("Unknown${i}x")\n`)}`,
      ],
    ],
    edit: ['"Step1Config"', '"Step1OtherConfig"'],
  }),
  'core rows and unknown references, edit of a reference': n => ({
    files: [
      [
        'pipelines/use.py',
        `from cursus.registry import get_config_class_name\n${lines(n, i => `get_config_class_name("Unknown${i}x")\n`)}`,
      ],
      core(n),
    ],
    edit: ['"Unknown1x"', '"Unknown1y"'],
  }),
  'overrides of unknown steps': n => ({
    files: [[workspaceOf('alice'), `STEP_OVERRIDES = {\n${rows(n, 'Other')}}\n`], core(n)],
    edit: ['"Other1Config"', '"Other1XConfig"'],
  }),
  'plugin registries with one artifact': n => ({
    files: Array.from({ length: n }, (_, i): [string, string] => [
      `plugins/p${i}/pkg${i}/registry/registry.yaml`,
      `nodes:\n- name: node${i}\n  versions:\n  - version: 1.0.0\n    path: nodes/node${i}/v1_0_0\n`,
    ]).concat(
      Array.from({ length: n }, (_, i): [string, string] => [
        `plugins/p${i}/pyproject.toml`,
        `[project.entry-points.node_registry]\np${i} = "pkg${i}:registry"\n`,
      ]),
    ),
    edit: ['1.0.0', '1.0.1'],
  }),
  'additions and dels': n => ({
    files: [
      [
        CORE,
        `STEP_NAMES = {}\n${lines(n, i => `STEP_NAMES["S${i}"] = {"config_class": "S${i}Config"}\n`)}${lines(n, i => `del STEP_NAMES["S${i}"]\n`)}`,
      ],
    ],
    edit: ['"S1Config"', '"S1OtherConfig"'],
  }),
  'rule globs and rows': n => ({
    files: [
      core(n),
      [
        'registry-intelligence.yaml',
        `rules:\n${lines(n, i => `- {code: "step/*", severity: info, paths: ["a${i}/**/x*.py"]}\n`)}`,
      ],
    ],
    edit: ['"Step1Config"', '"Step1OtherConfig"'],
  }),
};

function seconds(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

function measure(make: Generator, n: number): readonly [check: number, edit: number] {
  const { files, edit } = make(n);
  const workspace = new Workspace({ readText: path => new Map(files).get(path) });
  const [path, text] = files[0]!;
  const show = (): void => files.forEach(([at]) => void workspace.findings(at));
  const check = seconds(() => {
    workspace.takeChanges(new Map(files.map(([at, each]) => [at, { text: each, open: at === path }])));
    workspace.complete();
    workspace.check();
    show();
  });
  const apply = (now: string): void => {
    workspace.apply(new Map([[path, { text: now, open: true }]]));
    for (const at of workspace.takeChangedPaths()) void workspace.findings(at);
  };
  apply(`${text}\n`);
  return [check, seconds(() => apply(text.replace(...edit)))];
}

const sizes = process.argv.slice(2).map(Number).filter(Number.isFinite);
const [from = 1000, to = 8000] = sizes;
const only = process.argv.slice(2).find(each => !/^\d+$/.test(each));
for (const [name, make] of Object.entries(GENERATORS)) {
  if (only !== undefined && !name.includes(only)) continue;
  const [small, large] = [measure(make, from), measure(make, to)];
  const exponent = (i: 0 | 1): string =>
    (Math.log(large[i] / Math.max(0.001, small[i])) / Math.log(to / from)).toFixed(2);
  console.log(
    `${name.padEnd(56)} check ${small[0].toFixed(2)} → ${large[0].toFixed(2)} s, exponent ${exponent(0)}; ` +
      `edit ${small[1].toFixed(3)} → ${large[1].toFixed(3)} s, exponent ${exponent(1)}`,
  );
}
