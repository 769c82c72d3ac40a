import assert from 'node:assert/strict';
import { validate as interfaceFile } from '../../server/src/generated/interface-validator';
import { validate as projectFile } from '../../server/src/generated/project-validator';
import { checkAgainst, type Validator } from '../../server/src/syntax/schema';
import { readYaml } from '../../server/src/syntax/yaml/reader';

function check(validate: Validator, text: string): string[] {
  const { root } = readYaml(text);
  return checkAgainst(validate, root!).map(
    ({ path, span, message }) => `${path.join('.')} ${JSON.stringify(text.slice(span.start, span.end))}: ${message}`,
  );
}

const INTERFACE = 'step_type: Prep\ncontract:\n  entry_point: prep.py\n';

describe('checkAgainst', () => {
  it('says nothing of what fits', () => {
    assert.deepEqual(check(interfaceFile, `${INTERFACE}  inputs: {a: {path: null, required: yes}}\nunknown: 1\n`), []);
  });

  it('tells keys, types, words, patterns and what is missing apart, each where it stands', () => {
    assert.deepEqual(check(projectFile, 'wrkspaces: x\n'), [
      ` "wrkspaces": There is no key 'wrkspaces' here. Did you mean 'workspaces'?`,
    ]);
    assert.deepEqual(check(projectFile, 'core: [a]\n'), [`core "[": 'core' has to be text, not a list`]);
    assert.deepEqual(check(projectFile, 'resolution: {mode: strikt}\n'), [
      `resolution.mode "strikt": 'strikt' has to be automatic, interactive or strict`,
    ]);
    assert.deepEqual(check(projectFile, 'rules:\n  - code: step/*\n'), [`rules.0 "code": 'severity' is missing here`]);
    assert.deepEqual(check(interfaceFile, INTERFACE.replace('.py', '.sh')), [
      `contract.entry_point "prep.sh": 'entry_point' has to be the name of a Python file, or null`,
    ]);
  });

  it('says one thing of a value of the wrong type', () => {
    assert.deepEqual(check(projectFile, 'resolution: {mode: 1}\n'), [
      `resolution.mode "1": 'mode' has to be text, not a number (quote it to mean text)`,
    ]);
  });

  it('says nothing of what is not known, and takes an empty key for an absent one', () => {
    assert.deepEqual(check(projectFile, 'core: *x\nresolution:\n'), []);
    assert.deepEqual(check(interfaceFile, `${INTERFACE}spec: *x\n`), []);
  });

  it('places what a merge key brings at the mapping', () => {
    const text = 'resolution: &r {mode: strict, colour: blue}\nrules: [{<<: *r}]\n';
    assert.ok(check(projectFile, text).some(line => line.startsWith('rules.0 "{": There is no key \'colour\'')));
  });
});
