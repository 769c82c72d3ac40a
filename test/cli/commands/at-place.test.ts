import assert from 'node:assert/strict';
import { makeTree } from '../../support/disk';
import { ALICE, CORE, REPOSITORY, textOf } from '../repository';
import { runInProcess as run } from '../in-process';

const USER = 'src/cursus/pipeline.py';
const IMPORT = 'from cursus.registry.step_names import STEP_NAMES\n';
const root = makeTree({ ...REPOSITORY, [USER]: `${IMPORT}\nrow = STEP_NAMES["Package"]\n` });

describe('definition, references and hover on the command line', () => {
  it('lead from a mention to the row, and back to every mention', async () => {
    const at = `${CORE}:9:5: "Package": {\n`;
    assert.deepEqual(await run(root, ['definition', `${USER}:3:19`]), { code: 0, out: at, err: '' });
    assert.deepEqual(await run(root, ['references', `${CORE}:9:6`]), {
      code: 0,
      out: `${USER}:3:18: row = STEP_NAMES["Package"]\n${at}`,
      err: '',
    });
  });

  it('answer in the workspace of the file, else in the one that is said', async () => {
    const mention = makeTree({ ...REPOSITORY, [USER]: `${IMPORT}STEP_NAMES["XGBoostTraining"]\n` });
    const hover = async (at: string, ...line: string[]): Promise<string> =>
      (await run(mention, ['hover', at, ...line])).out;
    assert.match(await hover(`${USER}:2:14`, '--workspace', 'bob'), /override of bob/);
    assert.match(await hover(`${ALICE}:3:6`, '--workspace', 'alice'), /override of alice/);
  });

  it('show what an editor shows, with links for pages', async () => {
    const { code, out } = await run(root, ['hover', `${USER}:3:19`]);
    assert.equal(code, 0);
    assert.match(out, /^\*\*Package\*\* — /);
    assert.match(out, /\(src\/cursus\/steps\/builders\/builder_xgboost_training_step\.py#L5\)/);
  });

  it('count lines and columns from 1 in their JSON', async () => {
    const { out } = await run(root, ['references', `${CORE}:9:6`, '--format', 'json']);
    const { version, references } = JSON.parse(out) as { version: number; references: unknown[] };
    assert.equal(version, 1);
    assert.deepEqual(references[1], {
      path: CORE,
      range: { start: { line: 9, column: 5 }, end: { line: 9, column: 14 } },
      definition: true,
    });
  });

  it('say once that nothing of ours stands there, and refuse what is no place', async () => {
    for (const [command, words] of [
      ['definition', 'Nothing that is defined in a registry is named there.\n'],
      ['references', 'Nothing that registries know stands there.\n'],
      ['hover', 'Nothing that registries know stands there.\n'],
    ] as const)
      assert.deepEqual(await run(root, [command, `${USER}:1:1`]), { code: 1, out: '', err: words });
    const refused = async (said: string): Promise<string> => {
      const { code, err } = await run(root, ['hover', said]);
      assert.equal(code, 2, err);
      return err;
    };
    assert.match(await refused(USER), /say file:line:column/);
    assert.match(await refused(`${USER}:0:1`), /say file:line:column/);
    assert.match(await refused(`${USER}:9:1`), /'src\/cursus\/pipeline\.py' has 4 lines/);
    assert.match(await refused(`${USER}:3:99`), /Line 3 of .* has no column 99/);
    assert.match(await refused('nowhere.py:1:1'), /no file or folder 'nowhere\.py'/);
    assert.match(await refused('.git/HEAD:1:1'), /is no file that holds registries/);
  });
});

describe('rename on the command line', () => {
  it('renames from any mention, or shows it, and refuses what would change a winner', async () => {
    const own = makeTree({ ...REPOSITORY, [USER]: `${IMPORT}row = STEP_NAMES["Package"]\n` });
    const dry = await run(own, ['rename', `${USER}:2:20`, 'Packaging', '--dry-run']);
    assert.match(dry.out, /\n\+ {4}"Packaging": \{\n/);
    assert.match(textOf(own, CORE), /"Package": \{/);
    assert.equal((await run(own, ['rename', `${USER}:2:20`, 'XGBoostTraining'])).code, 2);
    assert.equal((await run(own, ['rename', `${USER}:2:20`, 'Packaging'])).code, 0);
    assert.match(textOf(own, CORE), /"Packaging": \{/);
    assert.equal(textOf(own, USER), `${IMPORT}row = STEP_NAMES["Packaging"]\n`);
    assert.match((await run(own, ['rename', `${USER}:2:1`, 'X'])).err, /Nothing that can be renamed stands there/);
  });
});

describe('explain', () => {
  it('answers once for a name that nothing has', async () => {
    const { code, out, err } = await run(root, ['explain', 'Zzz']);
    assert.deepEqual([code, out], [1, '']);
    assert.match(err, /^There is no step 'Zzz'\. There is: Package, XGBoostTraining\.\n$/);
  });
});
