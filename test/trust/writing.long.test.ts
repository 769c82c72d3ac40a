import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { COMMANDS } from '../../server/src/cli/commands';
import { runProgram } from '../../server/src/cli/program';
import type { Terminal } from '../../server/src/cli/environment/terminal';
import { ALICE, BOB, CORE, REPOSITORY } from '../cli/repository';
import { makeTree, type Content } from '../support/disk';
import { treeOf, withEachFault, withEachKill } from '../support/each-fault';
import { someOf } from '../support/seed';

const MARK = '\uFEFF';

/** A workspace of the older documents, which `migrate` brings to the variable of now. */
const OLD = 'developer_workspaces/developers/old/src/cursus_dev/registry/workspace_registry.py';

/** Every file has line ends of Windows and a byte order mark, and something that `--fix` repairs is in two of them. */
const FILES: Readonly<Record<string, Content>> = Object.fromEntries(
  Object.entries({ ...REPOSITORY, [OLD]: 'WORKSPACE_STEPS = {}\n' }).map(([at, text]) => {
    if (at === '.git/HEAD') return [at, text];
    const more = at === ALICE || at === BOB ? '# registry: ignore[step/none]\nx = 1\n' : '';
    return [at, `${MARK}${more}${text}`.replaceAll('\n', '\r\n')];
  }),
);

/** A snapshot with files, for `restore`. */
const LAST_WEEK = 'last-week.json';

async function lastWeek(): Promise<string> {
  const core = (FILES[CORE] as string).replace('"description": "', '"description": "Once: ');
  assert.notEqual(core, FILES[CORE]);
  return (await runIn(makeTree({ ...FILES, [CORE]: core }), ['snapshot', '--with-files'])).out;
}

function repository(snapshot = ''): string {
  const root = makeTree({ ...FILES, [LAST_WEEK]: snapshot });
  for (const [at, mode] of [
    [ALICE, 0o600],
    [CORE, 0o755],
  ] as const)
    fs.chmodSync(path.join(root, at), mode);
  return root;
}

interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the program within this process, so that its file system can be made to fail. */
async function runIn(root: string, line: readonly string[]): Promise<Said> {
  let [out, err] = ['', ''];
  const paint = new Proxy({}, { get: () => String }) as Terminal['paint'];
  const terminal: Terminal = {
    width: Infinity,
    paint,
    isForAgent: false,
    write: text => void (out += text),
    command: text => void (out += text),
    bytes(data) {
      out += String(data);
      return Promise.resolve();
    },
    note: text => void (err += text),
    progress: () => undefined,
  };
  const here = process.cwd();
  process.chdir(root);
  try {
    return { code: await runProgram(line, terminal, '0'), out, err };
  } finally {
    process.chdir(here);
  }
}

/** They go on until they are stopped. */
const ENDLESS = new Set(['watch', 'mcp', 'lsp']);

/** Every example of every command, as it would be without `--dry-run`. */
const LINES = COMMANDS.filter(({ name }) => !ENDLESS.has(name)).flatMap(command =>
  command.examples.map(([said]) => ({
    command,
    line: said.replace(' --dry-run', ''),
    words: [...said.replace(' --dry-run', '').matchAll(/"([^"]*)"|(\S+)/g)].map(
      ([, quoted, plain]) => quoted ?? plain!,
    ),
  })),
);

/** What says that something is written. */
const SAYS_SO = /^--dry-run$|^--fix$|^--update-baseline$|--output\b/;

/** Of the operations of one command, those at which it fails or is killed. */
const some = (operations: readonly number[]): readonly number[] => someOf(operations, 10);

describe('commands that write', function () {
  this.timeout(600_000);

  const writing = new Set<string>();
  let snapshot = '';

  before(async () => {
    snapshot = await lastWeek();
  });

  for (const { command, line, words } of LINES)
    it(`do so wholly or not at all: ${line}`, async () => {
      const root = repository(snapshot);
      const before = treeOf(root);
      const { code, err } = await runIn(root, words);
      assert.notEqual(code, 3, err);
      const after = treeOf(root);
      if (JSON.stringify(after) === JSON.stringify(before)) return;
      const options = command.options.filter(({ flags }) => SAYS_SO.test(flags));
      assert.ok(options.length > 0, 'this writes, though no option of it says so');
      for (const { flags } of options)
        if (flags === '--dry-run' || words.some(word => flags.includes(word))) writing.add(`${command.name} ${flags}`);
      for (const [at, now] of Object.entries(after)) {
        const was = before[at];
        if (was === undefined || was === now) continue;
        assert.equal(now.slice(0, 6), was.slice(0, 6), `${at}: permissions`);
        if (at.endsWith('.py'))
          assert.match(
            now,
            /^\d{6} \u00ef\u00bb\u00bf(?:[^\r\n]*\r\n)*[^\r\n]*$/,
            `${at}: byte order mark and line ends`,
          );
      }
      await withEachFault(
        () => repository(snapshot),
        each => runIn(each, words),
        { codes: ['ENOSPC'], among: some },
      );
      await withEachKill(
        () => repository(snapshot),
        each => runIn(each, words),
        some,
      );
    });

  after(() => {
    const all = COMMANDS.flatMap(({ name, options }) =>
      options.filter(({ flags }) => SAYS_SO.test(flags)).map(({ flags }) => `${name} ${flags}`),
    );
    assert.deepEqual([...writing].sort(), all.sort(), 'each way to write has an example that writes');
  });

  it('say that nothing was written', async () => {
    const root = repository();
    const { inject } = await import('../support/faults.cjs');
    for (const code of ['ENOSPC', 'EROFS', 'EACCES']) {
      const undo = inject([{ on: 'open', path: '.tmp', code }]);
      try {
        const { code: exit, out, err } = await runIn(root, ['rename-step', 'Package', 'Packaging']);
        assert.equal(exit, 2);
        assert.match(err, new RegExp(`^Nothing was written: ${code}`));
        assert.equal(out, '');
      } finally {
        undo();
      }
    }
    const before = treeOf(root);
    assert.deepEqual(treeOf(root), before);
  });
});
