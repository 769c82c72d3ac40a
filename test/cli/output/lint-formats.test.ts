import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import published from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';
import Ajv from 'ajv';
import type { Log, Result } from 'sarif';
import { escapeWorkflowCommands } from '../../../server/src/cli/environment/terminal';
import { sarifLog } from '../../../server/src/cli/output/sarif';
import type { PlacedFinding } from '../../../server/src/model/finding';
import { RULES } from '../../../server/src/rules';
import { makeTree } from '../../support/disk';
import { workspaceOf } from '../../support/fixture';
import { ALICE, BOB, CORE, REPOSITORY } from '../repository';
import { runInProcess } from '../in-process';
import { someOf, tries } from '../../support/seed';

describe('lint --format sarif', () => {
  /** The published schema, without the words in which its draft differs from what ajv reads. */
  const schema: object = { ...published, id: undefined, $schema: undefined };
  const validate = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema);
  const sarif = async (root: string, ...line: string[]): Promise<Log> => {
    const { out } = await runInProcess(root, ['lint', '--format', 'sarif', ...line]);
    const log = JSON.parse(out) as Log;
    validate(log);
    assert.deepEqual(validate.errors ?? [], []);
    return log;
  };
  const results = (log: Log): Result[] => log.runs[0]!.results!;

  it('is valid for every sample repository', async () => {
    const corpus = path.join(import.meta.dirname, '../../corpus');
    const names = fs.readdirSync(corpus).filter(name => fs.statSync(path.join(corpus, name)).isDirectory());
    let count = 0;
    for (const name of someOf(names, 8))
      count += results(await sarif(corpus, '--root', path.join(corpus, name))).length;
    assert.ok(count > tries(100), `${count} results`);
  });

  it('has rules with their words, related places and the place of the subject', async () => {
    const log = await sarif(makeTree(REPOSITORY));
    const { rules } = log.runs[0]!.tool.driver;
    assert.equal(rules?.length, RULES.length);
    const [first] = results(log);
    const rule = rules[first!.ruleIndex!]!;
    assert.equal(rule.id, 'step/conflict');
    assert.equal(rule.name, 'StepConflict');
    assert.match(rule.helpUri!, /docs\/rules\/step\/conflict\.md$/);
    assert.deepEqual(first!.locations![0]!.physicalLocation, {
      artifactLocation: { uri: ALICE, uriBaseId: '%SRCROOT%' },
      region: { startLine: 3, startColumn: 5, endLine: 3, endColumn: 22 },
    });
    assert.equal(first!.relatedLocations![0]!.physicalLocation!.artifactLocation!.uri, BOB);
  });

  it('has fingerprints that survive moved lines and tell equal findings apart', async () => {
    const marks = async (files: Record<string, string>): Promise<unknown[]> =>
      results(await sarif(makeTree({ ...REPOSITORY, ...files }))).map(each => each.partialFingerprints);
    const before = await marks({});
    const moved = Object.fromEntries([ALICE, BOB].map(at => [at, `\n\n# Moved\n${REPOSITORY[at] as string}`]));
    assert.deepEqual(await marks(moved), before);
    assert.equal(new Set(before.map(each => JSON.stringify(each))).size, before.length);
  });

  it('says what a comment silences and what a baseline knows', async () => {
    const silenced = (REPOSITORY[ALICE] as string).replace(
      '"XGBoostTraining": {',
      '"XGBoostTraining": {  # registry: ignore[step/conflict]',
    );
    const root = makeTree({ ...REPOSITORY, [ALICE]: silenced });
    const [shown, hidden] = results(await sarif(root));
    assert.equal(shown?.suppressions, undefined);
    assert.deepEqual(hidden?.suppressions, [{ kind: 'inSource' }]);
    assert.equal((await runInProcess(root, ['lint', '--baseline', 'known.json', '--update-baseline'])).code, 0);
    fs.writeFileSync(path.join(root, CORE), `${REPOSITORY[CORE] as string}STEP_NAMES = {}\n`);
    fs.writeFileSync(path.join(root, ALICE), 'LOCAL_STEPS = {"x y": {}}\n');
    const states = results(await sarif(root, '--baseline', 'known.json')).map(each => each.baselineState);
    assert.ok(states.includes('new') && states.includes('absent'), states.join());
  });

  it('shows what leads along a path as a code flow, and fixes as replacements', () => {
    const workspace = workspaceOf(`#- ${ALICE}\nLOCAL_STEPS = {"A": {}}\n`);
    const at = { path: ALICE, span: { start: 0, end: 5 } };
    const fix = { title: 'Rename', safe: true, edits: [{ do: 'replace-span', ...at, text: 'X' }] } as const;
    const finding: PlacedFinding = {
      ...at,
      code: 'toy/cycle',
      severity: 'error',
      message: 'A [link](command:x) in a cycle',
      key: 'step:A',
      related: [
        { ...at, message: 'A needs B' },
        { ...at, message: 'B needs A' },
      ],
      fixes: [fix],
    };
    const toy = { ...RULES[0]!, code: 'toy/cycle', relatedIsPath: true } as const;
    const base = { findings: [finding], files: [], suppressed: [], blindSpots: [], milliseconds: 0, fails: () => true };
    const log = sarifLog(workspace, { ...base, counts: { error: 1, warning: 0, info: 0, hint: 0 } }, [toy]);
    validate(log);
    assert.deepEqual(validate.errors ?? [], []);
    const [result] = results(log);
    const flow = result!.codeFlows![0]!.threadFlows[0]!.locations;
    assert.deepEqual(
      flow.map(({ location }) => location?.message?.text),
      ['A needs B', 'B needs A'],
    );
    assert.equal(result!.fixes![0]!.artifactChanges[0]!.replacements[0]!.insertedContent!.text, 'X');
    assert.equal(result!.message.text, 'A \\[link\\](command:x) in a cycle');
  });
});

describe('lint --format github', () => {
  it('makes an annotation of each finding but hints', async () => {
    const { code, out } = await runInProcess(makeTree(REPOSITORY), ['lint', '--format', 'github', '--strict']);
    assert.equal(code, 1);
    const [first, ...rest] = out.trimEnd().split('\n');
    assert.match(
      first!,
      /^::error file=dev.*,line=3,col=5,endColumn=22,title=step\/conflict::'XGBoostTraining' is also .*%0A/,
    );
    assert.equal(rest.length, 1);
  });
});

describe('logs of workflows', () => {
  const evil = '::error file=x::\r\n::stop-commands::y\n##[command]z%0A::warning::w,title=t';
  const hostile = {
    ...REPOSITORY,
    [ALICE]: `LOCAL_STEPS = {${JSON.stringify(evil)}: {"config_class": 3}, "::debug::q": 1}\n`,
    '::error::x/src/cursus_dev/registry/workspace_registry.py': Buffer.from([0xff]),
    '##[error]x/src/cursus_dev/registry/workspace_registry.py': 'LOCAL_STEPS = 1\n',
  };

  for (const format of ['text', 'json', 'sarif', 'junit', 'github'])
    it(`obey nothing that a name says (${format})`, async function () {
      if (process.platform === 'win32') this.skip();
      const { out, err } = await runInProcess(makeTree(hostile), ['lint', '--format', format]);
      const lines = (out + err).split(/\r\n|\r|\n/);
      const commands = lines.filter(line => /^\s*::/.test(line));
      assert.ok(!lines.some(line => line.includes('##[')));
      if (format === 'github')
        for (const line of commands) assert.match(line, /^::(error|warning|notice) file=[^,:]*,line=\d+,(col|endLine)/);
      else assert.deepEqual(commands, []);
      if (format === 'json' || format === 'sarif') JSON.parse(out);
    });

  it('obey none of what any text becomes', () => {
    assert.equal(escapeWorkflowCommands('::a\n  ::b\nc::d\n"##[e"'), '\\u003a:a\n  \\u003a:b\nc::d\n"\\u0023#[e"');
  });
});

describe('lint --format junit', () => {
  it('is well-formed XML with a failure for each finding that fails', async () => {
    const root = makeTree({ ...REPOSITORY, [BOB.replace('bob', 'a&<b')]: 'LOCAL_STEPS = {"\\u0001<&": {}}\n' });
    const { out } = await runInProcess(root, ['lint', '--format', 'junit', '--fail-on', 'warning']);
    const [head] = /<testsuites .*>/.exec(out)!;
    const failures = Number(/failures="(\d+)"/.exec(head)![1]);
    assert.equal(out.match(/<failure /g)?.length, failures);
    assert.ok(failures >= 2);
    assert.match(out, /a&amp;&lt;b/);
    assert.doesNotMatch(out, /[\u0000-\u0008\u000b-\u001f]/);
  });
});
