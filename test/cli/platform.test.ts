import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { parse } from 'yaml';
import { WRITERS } from '../../server/src/features/export/literal-writers';
import type { Value } from '../../server/src/model/value';
import { makeTree } from '../support/disk';
import { ALICE, CORE, REPOSITORY, put } from './repository';
import { runInProcess } from './in-process';
import { bundleProgram, programPath } from './run';

before(bundleProgram);

describe('health', () => {
  it('says of each registry how it does, and what to do', async () => {
    const carol = ALICE.replace('alice', 'carol');
    const root = makeTree({ ...REPOSITORY, [carol]: 'LOCAL_STEPS = {"A": {}\nSTEP_OVERRIDES = {}\n' });
    const { code, out } = await runInProcess(root, ['health', '--format', 'json']);
    assert.equal(code, 1);
    const { status, registries, recommendations } = JSON.parse(out) as {
      status: string;
      registries: { kind: string; workspace: string | null; status: string; contested: string[] }[];
      recommendations: string[];
    };
    assert.equal(status, 'ERROR');
    assert.deepEqual(
      registries.filter(each => each.kind === 'step').map(each => [each.workspace, each.status]),
      [
        [null, 'HEALTHY'],
        ['alice', 'UNHEALTHY'],
        ['bob', 'UNHEALTHY'],
        ['carol', 'ERROR'],
      ],
    );
    assert.ok(recommendations.some(each => each.startsWith('registry/syntax-error: ')));
    assert.match(
      (await runInProcess(root, ['health'])).out,
      /^ERROR\n {2}✔ core steps +HEALTHY +2 definitions\n[^]*contested: XGBoostTraining/,
    );
    assert.equal((await runInProcess(makeTree({ '.git/HEAD': '', [CORE]: REPOSITORY[CORE]! }), ['health'])).code, 0);
  });

  it('cannot tell where there is no registry', async () => {
    const { code, out } = await runInProcess(makeTree({ '.git/HEAD': '' }), ['health', '--format', 'json']);
    assert.deepEqual([code, (JSON.parse(out) as { status: string }).status], [0, 'UNKNOWN']);
  });
});

describe('stats', () => {
  it('counts definitions, conflicts and how many resolve without a person', async () => {
    const root = makeTree(REPOSITORY);
    const { kinds, conflicts } = JSON.parse((await runInProcess(root, ['stats', '--format', 'json'])).out) as {
      kinds: { kind: string; definitions: number; core: number; workspaces: unknown; types: unknown }[];
      conflicts: unknown;
    };
    const steps = kinds.find(each => each.kind === 'step')!;
    assert.deepEqual([steps.definitions, steps.core], [4, 2]);
    assert.deepEqual(steps.workspaces, [
      { id: 'alice', locals: 0, overrides: 1 },
      { id: 'bob', locals: 0, overrides: 1 },
    ]);
    assert.deepEqual(steps.types, [
      { type: 'Training', count: 3 },
      { type: 'Processing', count: 1 },
    ]);
    assert.deepEqual(conflicts, { total: 1, resolved: 1, rate: 1 });
    assert.match((await runInProcess(root, ['stats'])).out, /conflicts +1 +1 resolved without a person \(100 %\)/);
  });

  it('are OpenMetrics text for a scraper, whatever workspaces are called', async () => {
    const root = makeTree({
      ...REPOSITORY,
      [ALICE]: (REPOSITORY[ALICE] as string).replace(
        '"developer_id": "alice"',
        String.raw`"developer_id": "a\"b\nc\\"`,
      ),
    });
    const { code, out } = await runInProcess(root, ['stats', '--format', 'openmetrics']);
    assert.equal(code, 0);
    const lines = out.split('\n');
    assert.deepEqual(lines.slice(-2), ['# EOF', '']);
    const seen = new Set<string>();
    let family = '';
    for (const line of lines.slice(0, -2)) {
      const type = /^# TYPE (registry_intelligence_[a-z_]+) gauge$/.exec(line)?.[1];
      if (type !== undefined) {
        assert.ok(!seen.has(type), `${type} is one family`);
        seen.add(type);
        family = type;
      } else if (!line.startsWith(`# HELP ${family} `))
        assert.match(
          line,
          new RegExp(String.raw`^${family}(\{[a-z]+="([^"\\]|\\[\\"n])*"(,[a-z]+="([^"\\]|\\[\\"n])*")*\})? \d+$`),
        );
    }
    assert.match(out, /\nregistry_intelligence_registry_status\{kind="step",owner="bob",status="[A-Z]+"\} 1\n/);
  });
});

describe('export docs', () => {
  it('describes every definition and who wins, the same every time', async () => {
    const root = makeTree(REPOSITORY);
    const { code, out } = await runInProcess(root, ['export', 'docs']);
    assert.equal(code, 0);
    assert.match(out, /^# Registries\n\n.*\n.*\n\| steps \| 2 \| 4 \| 0 \| 0 \|\n/);
    assert.match(out, /\n### `XGBoostTraining`\n\ncore · \[`src\/.*?`\]\(<src\/.*?>\)\n/);
    assert.match(out, /\noverride of `alice` · .*\n\nWith early stopping\n\n\| field \| value \|\n/);
    assert.match(
      out,
      /\n\| in workspace \| wins \|\n\| --- \| --- \|\n\| elsewhere \| core \|\n\| `alice` \| override of alice \|\n/,
    );
    assert.equal((await runInProcess(root, ['export', 'docs'])).out, out);
  });

  it('makes no markup of what the repository says', async () => {
    const rows = '{"a|b`c": {"description": "<img src=x> [x](y)\\n# z", "spec_type": "`|`\\x1b[31m"}}';
    const { out } = await runInProcess(makeTree({ '.git/HEAD': '', [CORE]: `STEP_NAMES = ${rows}\n` }), [
      'export',
      'docs',
    ]);
    assert.match(out, /\n### ``a\\\|b`c``|\n### `` a\\\|b`c ``/);
    assert.match(out, /\n\\<img src\\=x\\> \\\[x\\\]\\\(y\\\) {2}\n\\# z\n/);
    assert.ok(!out.includes('\x1b'));
  });
});

describe('export', () => {
  const NAMES: Record<string, string> = {
    'step-names': 'STEP_NAMES',
    'config-registry': 'CONFIG_STEP_REGISTRY',
    'builder-names': 'BUILDER_STEP_NAMES',
    'spec-types': 'SPEC_STEP_TYPES',
  };

  it('gives what the run time derives, in a workspace, the same in every format', async () => {
    const root = makeTree(REPOSITORY);
    for (const [what, variable] of Object.entries(NAMES)) {
      const line = ['export', what, '--workspace', 'alice', '--format'];
      const json = JSON.parse((await runInProcess(root, [...line, 'json'])).out) as Record<string, unknown>;
      assert.deepEqual(Object.keys(json).length, 2, what);
      assert.deepEqual(parse((await runInProcess(root, [...line, 'yaml'])).out), { [variable]: json });
    }
    const { out } = await runInProcess(root, ['export', 'config-registry']);
    assert.deepEqual(JSON.parse(out), { XGBoostTrainingConfig: 'XGBoostTraining', PackageConfig: 'Package' });
    assert.match(
      (await runInProcess(root, ['export', 'step-names', '--workspace', 'alice'])).out,
      /With early stopping/,
    );
    assert.match(
      (await runInProcess(root, ['export', 'step-names', '--workspace', 'nobody'])).err,
      /no workspace 'nobody'/,
    );
  });

  it('says what is lost or decided by code', async () => {
    const core =
      'from .names import f\nSTEP_NAMES = {"A": {"config_class": "C"}, "B": {"config_class": "C", "spec_type": f()}}\n';
    const root = makeTree({ '.git/HEAD': '', [CORE]: core });
    const registry = await runInProcess(root, ['export', 'config-registry']);
    assert.deepEqual(JSON.parse(registry.out), { C: 'B' });
    assert.equal(registry.err, '1 thing is not in it:\n  A: B has C, too\n');
    assert.match((await runInProcess(root, ['export', 'step-names'])).err, /spec_type of B: code decides it/);
  });

  it('is parsed by CPython to the same value', function () {
    if (spawnSync('python3', ['--version']).status !== 0) this.skip();
    const odd: readonly string[] = [
      '',
      '"',
      "'",
      '\\',
      '\n\r\t\0',
      'é',
      '\u2028\u202e\u001b[2J',
      '😀',
      '\ud83d',
      '{x}',
      'yes',
      '1e3',
      '0o7',
      'null',
      '- a',
      'a: b',
      '#',
      '::error::x',
    ];
    const value: Value = new Map<string, Value>([
      ...odd.map((text): [string, Value] => [text, text]),
      ['__proto__', [true, false, null, 1, -2.5, 1e300, 12345678901234]],
      [
        'deep',
        new Map<string, Value>([
          ['empty', new Map()],
          ['list', [['a'], []]],
        ]),
      ],
    ]);
    const python = (code: string, input: string): string => {
      const { status, stdout, stderr } = spawnSync('python3', ['-c', code], { input, encoding: 'utf8' });
      assert.equal(status, 0, stderr);
      return stdout;
    };
    const judge =
      'import ast,json,sys; t=ast.parse(sys.stdin.read()).body[0]; print(t.targets[0].id, json.dumps(ast.literal_eval(t.value)))';
    const said = python(judge, WRITERS.python('X', value));
    assert.equal(said.slice(0, 2), 'X ');
    const expected = JSON.parse(WRITERS.json('X', value)) as unknown;
    assert.deepEqual(JSON.parse(said.slice(2)), expected);
    assert.doesNotMatch(WRITERS.python('X', value), /[^\n\x20-\x7e]/);
    if (spawnSync('python3', ['-c', 'import yaml']).status !== 0) return;
    const yaml = python(
      'import json,sys,yaml; print(json.dumps(yaml.safe_load(sys.stdin.read())["X"]))',
      WRITERS.yaml('X', value),
    );
    assert.deepEqual(JSON.parse(yaml), expected);
  });
});

describe('watch', () => {
  it('reports at once, and again what changed', async () => {
    const root = makeTree(REPOSITORY);
    const child = spawn(process.execPath, [programPath(), 'watch', '--format', 'json'], { cwd: root });
    const reports: { summary: { error: number } }[] = [];
    let rest = '';
    const next = (count: number): Promise<void> =>
      new Promise(resolve => {
        const look = (): void => {
          if (reports.length >= count) resolve();
          else setTimeout(look, 20);
        };
        look();
      });
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      const lines = (rest + text).split('\n');
      rest = lines.pop()!;
      reports.push(...lines.map(line => JSON.parse(line) as { summary: { error: number } }));
    });
    try {
      await next(1);
      assert.equal(reports[0]!.summary.error, 0);
      // Some systems need a moment before they watch.
      const timer = setInterval(() => put(root, ALICE, 'LOCAL_STEPS = {"x y": {}}\n'), 300);
      await next(2).finally(() => clearInterval(timer));
      assert.ok(reports.at(-1)!.summary.error > 0);
    } finally {
      child.kill('SIGTERM');
      assert.equal(await new Promise(resolve => child.once('exit', resolve)), 0);
    }
  });
});

describe('mcp', () => {
  it('serves over standard input and output, with paths from its root', async () => {
    const root = makeTree(REPOSITORY);
    const transport = new StdioClientTransport({
      command: process.execPath,
      args: [programPath(), 'mcp', '--root', root],
    });
    const client = new Client({ name: 'test', version: '1' });
    await client.connect(transport);
    try {
      const asked = { name: 'definition', arguments: { place: `${CORE}:9:6` } };
      const { structuredContent } = await client.callTool(asked);
      assert.equal((structuredContent as { definitions: unknown[] }).definitions.length, 1);
    } finally {
      await client.close();
    }
  });
});
