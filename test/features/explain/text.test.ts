import assert from 'node:assert/strict';
import { explainJson } from '../../../server/src/features/explain/json';
import { explainMarkdown } from '../../../server/src/features/explain/markdown';
import { explainText } from '../../../server/src/features/explain/text';
import { PLAIN_TEXT } from '../../../server/src/features/text/text-rows';
import type { Explanation } from '../../../server/src/model/explanation';
import type { Place } from '../../../server/src/model/fact';
import type { Workspace } from '../../../server/src/workspace';
import { linesWorkspace } from '../../support/lines-system';

/** A workspace with one file of lines, and the places of its lines. */
function lines(count: number): { workspace: Workspace; at: (line: number) => Place } {
  const workspace = linesWorkspace();
  const text = Array.from({ length: count }, (_, i) => `line${i + 1}`).join('\n');
  workspace.apply(new Map([['some folder/a.toy', { text, open: false }]]));
  const { facts } = workspace.file('some folder/a.toy')!;
  return { workspace, at: line => ({ fact: facts[line - 1]!, part: 0 }) };
}

const { workspace, at } = lines(60);

const EXPLANATION: Explanation = {
  kind: 'step',
  subject: 'Train',
  context: { workspace: 'alice', mode: 'strict', profile: 'isolated', environment: ['dev', 'gpu'] },
  outcome: {
    resolved: true,
    winner: 'override of alice',
    at: at(3),
    strategy: 'no_conflict',
    reason: 'it is asked first',
  },
  trace: [
    { source: 'STEP_OVERRIDES of alice', at: at(3), verdict: 'selected', why: 'it is asked first' },
    { source: 'LOCAL_STEPS of alice', verdict: 'absent', why: 'not there' },
    { source: 'core', at: at(9), verdict: 'shadowed', why: 'hidden by the override' },
  ],
  components: [
    { kind: 'builder', name: 'TrainStepBuilder', at: at(12), scope: 'core', status: 'found', tried: [] },
    { kind: 'config', name: 'TrainConfig', status: 'missing', tried: ['no class of that name', 'did you mean X?'] },
    { kind: 'script', name: 'train.py', path: 'b/train.py', scope: 'core', status: 'found', tried: [] },
  ],
  pipeline: [],
  divergence: [{ when: 'profile hybrid', winner: 'core', why: 'it is the last' }],
  conflicts: [{ message: 'also in bob', at: at(20) }],
  recommendations: ['rename it'],
  counterfactuals: [
    { edit: 'remove it', effect: 'core wins', at: at(3) },
    { edit: 'ask elsewhere', effect: 'bob wins' },
  ],
};

describe('an explanation', () => {
  it('is set as text', () => {
    assert.equal(
      explainText(workspace, EXPLANATION),
      `Train in workspace alice  →  override of alice
  it is asked first

  asked in this order (profile isolated, mode strict, environment dev, gpu)
  ✔ STEP_OVERRIDES of alice   some folder/a.toy:3
  · LOCAL_STEPS of alice      not there
  ○ core                      some folder/a.toy:9   hidden by the override

  runs with
  ✔ builder   TrainStepBuilder   some folder/a.toy:12   core
  ✘ config    TrainConfig        no class of that name; did you mean X?
  ✔ script    train.py           b/train.py             core

  elsewhere the answer differs
  · profile hybrid   → core (it is the last)

  conflicts
  ! some folder/a.toy:20   also in bob

  what would change it
  · remove it (line 3)   → core wins
  · ask elsewhere        → bob wins

  what to do
  · rename it
`,
    );
  });

  it('is set as Markdown with links', () => {
    const link = (path: string, line: number): string => `file:///r/${path}#L${line}`;
    const markdown = explainMarkdown(workspace, EXPLANATION, link);
    assert.match(
      markdown,
      /^# `Train`\n\n\*\*override of alice\*\* in workspace `alice` · \[`a.toy:3`\]\(<file:\/\/\/r\/some%20folder\/a.toy#L3>\)/,
    );
    assert.match(markdown, /\n- ○ \*\*core\*\* · \[`a.toy:9`\]\(.*\) · hidden by the override\n/);
    assert.match(markdown, /\n- ✘ config · `TrainConfig` · no class/);
  });

  it('is given as JSON with paths and ranges', () => {
    const json = explainJson(workspace, EXPLANATION);
    assert.deepEqual(json.trace[1], {
      source: 'LOCAL_STEPS of alice',
      location: null,
      verdict: 'absent',
      why: 'not there',
    });
    const range = { start: { line: 3, column: 1 }, end: { line: 3, column: 6 } };
    assert.deepEqual(json.outcome.location, { path: 'some folder/a.toy', range });
    assert.deepEqual(json.components[2]?.path, 'b/train.py');
    assert.deepEqual(JSON.parse(JSON.stringify(json)), json);
  });

  it('fits a terminal', () => {
    const text = explainText(workspace, EXPLANATION, { ...PLAIN_TEXT, width: 60 });
    for (const line of text.split('\n')) assert.ok(line.length <= 75, line);
    assert.match(text, /\n {2}○ core +some folder\/a.toy:9\n {6}hidden by the override\n/);
  });

  it('does not list a thousand losers', () => {
    const conflicts = Array.from({ length: 1000 }, () => ({ message: 'also there', at: at(1) }));
    const text = explainText(workspace, { ...EXPLANATION, conflicts });
    assert.match(text, /… and 960 more/);
    assert.match(
      explainMarkdown(workspace, { ...EXPLANATION, conflicts }, () => undefined),
      /- … and 960 more\n/,
    );
  });

  it('shows user text as text', () => {
    const evil = '`](x) <img onerror> \u001b[2J\u202e\n# h [x](command:y) $(zap)';
    const hostile: Explanation = {
      ...EXPLANATION,
      subject: evil,
      context: { ...EXPLANATION.context, workspace: evil, framework: evil },
      outcome: { resolved: false, reason: evil },
      trace: [{ source: evil, verdict: 'absent', why: evil }],
      components: [{ kind: 'builder', name: evil, status: 'missing', tried: [evil] }],
      recommendations: [evil],
    };
    const text = explainText(workspace, hostile);
    assert.doesNotMatch(text, /[\u001b\u202e]|\n#/);
    const markdown = explainMarkdown(workspace, hostile, () => undefined);
    assert.doesNotMatch(markdown, /[\u001b\u202e]/);
    // What is not in a code span has its markup escaped.
    const prose = markdown.replace(/(?<!\\|`)(`+)(?!`).*?(?<!`)\1(?!`)/g, '');
    assert.doesNotMatch(prose, /(?<!\\)[[<`$]/);
    assert.equal(prose.match(/^#/gm)?.length, markdown.match(/^## (?:Asked|Runs|Else|Conf|What)/gm)!.length + 1);
  });
});
