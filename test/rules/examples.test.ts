import assert from 'node:assert/strict';
import { SEVERITIES } from '../../server/src/model/finding';
import { RULES } from '../../server/src/rules/index';
import type { RuleDoc } from '../../server/src/rules/rule';
import { checkMarks, foretell, parseFixture, workspaceOf } from '../support/fixture';

/** The families of the catalogue; a new one is a decision. */
const FAMILIES = [
  'registry',
  'suppression',
  'config',
  'step',
  'alignment',
  'hyperparameter',
  'workspace',
  'module',
  'artifact',
  'tree',
  'policy',
];

describe('rules', () => {
  it('have codes of their own', () => {
    const codes = RULES.map(rule => rule.code);
    assert.deepEqual(codes, [...new Set(codes)]);
  });

  for (const rule of RULES) describe(rule.code, () => checkRule(rule));
});

function checkRule(rule: RuleDoc): void {
  it('has a kebab-case code of a known family and says everything', () => {
    assert.match(rule.code, /^[a-z]+\/[a-z]+(-[a-z]+)*$/);
    assert.ok(FAMILIES.includes(rule.code.split('/')[0]!), 'unknown family');
    assert.ok(SEVERITIES.includes(rule.severity));
    assert.match(rule.summary, /^[^\n]+\.$/, 'the summary is one sentence');
    assert.match(rule.why, /\S[^]*\.$/, 'why it matters, in sentences');
    assert.match(rule.remedy, /\S[^]*\.$/, 'what to do, in sentences');
  });

  if (rule.examplesRun === false) return;

  it('finds exactly what its bad example marks', async () => {
    const bad = parseFixture(rule.bad);
    assert.ok(
      bad.marks.some(mark => mark.code === rule.code),
      'the bad example marks nothing',
    );
    const own = bad.marks.filter(mark => mark.code === rule.code);
    checkMarks(await foretell(workspaceOf(bad)), { ...bad, marks: own }, [rule.code]);
  });

  it('finds nothing in its good example', async () => {
    const good = { ...parseFixture(rule.good), marks: [] };
    checkMarks(await foretell(workspaceOf(good)), good, [rule.code]);
  });
}
