import assert from 'node:assert/strict';
import Ajv from 'ajv';
import { isForAgent } from '../../../server/src/cli/environment/terminal';
import { runProgram } from '../../../server/src/cli/program';
import { capturingTerminal } from '../../../server/src/cli/environment/terminal';
import { makeTree } from '../../support/disk';
import { ALICE, REPOSITORY } from '../repository';
import { runInProcess as run } from '../in-process';

/** A name that an emoji and an umlaut make longer in bytes than in UTF-16 units, and one that a terminal would obey. */
const ODD = `LOCAL_STEPS = {"😀ä": {}, "\\u001b[2J::error::##[x": {}}  # registry: ignore[step/none]\n`;
const root = makeTree({ ...REPOSITORY, [ALICE]: ODD });

const report = async (format: string): Promise<unknown> => {
  const { out } = await run(root, ['lint', '--format', format]);
  assert.doesNotMatch(out, /[\u0000-\u0008\u000b-\u001f]/);
  return JSON.parse(out);
};

function checkValid(schema: object, data: unknown): void {
  const validate = new Ajv({ strict: false }).compile(schema);
  validate(data);
  assert.deepEqual(validate.errors ?? [], []);
}

describe('lint --format gitlab', () => {
  it('is what GitLab documents of a report of code quality, with a fingerprint for each finding', async () => {
    const text = { type: 'string', minLength: 1 };
    const lines = {
      type: 'object',
      required: ['begin'],
      properties: { begin: { type: 'integer', minimum: 1 }, end: { type: 'integer', minimum: 1 } },
    };
    const location = {
      type: 'object',
      required: ['path', 'lines'],
      properties: { path: { ...text, not: { pattern: '^(\\./|/)' } }, lines },
    };
    const severity = { enum: ['info', 'minor', 'major', 'critical', 'blocker'] };
    const found = (await report('gitlab')) as { fingerprint: string; check_name: string; location: object }[];
    checkValid(
      {
        type: 'array',
        minItems: 2,
        items: {
          type: 'object',
          required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
          properties: { description: text, check_name: text, fingerprint: text, severity, location },
        },
      },
      found,
    );
    assert.equal(new Set(found.map(({ fingerprint }) => fingerprint)).size, found.length);
    assert.deepEqual(found.find(each => each.check_name === 'step/invalid-name')?.location, {
      path: ALICE,
      lines: { begin: 1, end: 1 },
    });
  });
});

describe('lint --format rdjson', () => {
  it('is what Reviewdog documents, with columns in bytes and fixes as suggestions', async () => {
    const position = {
      type: 'object',
      required: ['line', 'column'],
      properties: { line: { type: 'integer', minimum: 1 }, column: { type: 'integer', minimum: 1 } },
    };
    const range = { type: 'object', required: ['start'], properties: { start: position, end: position } };
    const text = { type: 'string' };
    const diagnostic = {
      type: 'object',
      required: ['message', 'location', 'severity', 'code'],
      properties: {
        message: text,
        location: { type: 'object', required: ['path'], properties: { path: text, range } },
        severity: { enum: ['UNKNOWN_SEVERITY', 'ERROR', 'WARNING', 'INFO'] },
        code: { type: 'object', properties: { value: text, url: text } },
        suggestions: {
          type: 'array',
          items: { type: 'object', required: ['range', 'text'], properties: { range, text } },
        },
      },
    };
    const source = { type: 'object', properties: { name: text, url: text } };
    const data = (await report('rdjson')) as {
      diagnostics: {
        code: { value: string };
        location: { range: object };
        suggestions?: { range: object; text: string }[];
      }[];
    };
    checkValid(
      {
        type: 'object',
        required: ['diagnostics'],
        properties: { source, diagnostics: { type: 'array', minItems: 2, items: diagnostic } },
      },
      data,
    );
    const of = (code: string) => data.diagnostics.find(each => each.code.value === code);
    const line = ODD.slice(0, -1);
    // The name begins at column 16; it has eight bytes with its quotes.
    assert.deepEqual(of('step/invalid-name')?.location.range, {
      start: { line: 1, column: 16 },
      end: { line: 1, column: 24 },
    });
    const bytes = Buffer.byteLength(line);
    const [unused] = of('suppression/unknown')?.suggestions ?? of('suppression/unused')?.suggestions ?? [];
    assert.deepEqual(unused?.range, {
      start: { line: 1, column: Buffer.byteLength(line.slice(0, line.indexOf('  #'))) + 1 },
      end: { line: 1, column: bytes + 1 },
    });
  });
});

describe('lint --format agent', () => {
  it('has a line for each finding below its path, and counts what it leaves out', async () => {
    const { code, out } = await run(makeTree(REPOSITORY), ['lint', '--format', 'agent']);
    assert.equal(code, 0);
    const [head, path, finding] = out.split('\n');
    assert.match(head!, /^warning 2; files \d+$/);
    assert.equal(path, ALICE);
    assert.match(finding!, /^3:5 warning step\/conflict 'XGBoostTraining' is also .* \(see .*bob.*:3\)$/);
    const many = Array.from({ length: 300 }, (_, i) => `"odd name ${i}": {}`).join(',\n');
    const long = await run(makeTree({ ...REPOSITORY, [ALICE]: `LOCAL_STEPS = {${many}}\n` }), [
      'lint',
      '--format',
      'agent',
    ]);
    assert.ok(long.out.split('\n').length < 60);
    assert.match(long.out, /\n\d+ more, none more severe: /);
  });

  it('is chosen where the environment names an agent, never in a terminal, and by nobody who says another', async () => {
    assert.equal(isForAgent(false, { AI_AGENT: '1' }), true);
    assert.equal(isForAgent(true, { AI_AGENT: '1' }), false);
    assert.equal(isForAgent(false, { CI: 'true', AI_AGENT: '' }), false);
    const said = { out: '', err: '' };
    const terminal = { ...capturingTerminal(said), isForAgent: true };
    await runProgram(['lint', root], terminal, '0');
    assert.match(said.out, /^error \d+/);
    said.out = '';
    await runProgram(['lint', root, '--format', 'json'], terminal, '0');
    JSON.parse(said.out);
  });
});

describe('lint --fix-dry-run', () => {
  it('writes the patch alone to standard output', async () => {
    const { out, err } = await run(root, ['lint', '--fix-dry-run']);
    assert.match(out, /^--- a\/.*\n\+\+\+ b\/.*\n@@/);
    assert.doesNotMatch(out, /invalid-name/);
    assert.match(err, /Would fix 1 finding in 1 file[^]*invalid-name/);
    assert.equal((await run(root, ['lint', '--fix-dry-run', '--format', 'json'])).code, 2);
  });
});
