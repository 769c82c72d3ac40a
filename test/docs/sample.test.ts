import assert from 'node:assert/strict';
import path from 'node:path';
import { runInProcess } from '../cli/in-process';

const sample = path.resolve(import.meta.dirname, '../../media/sample');

describe('the sample repository', () => {
  it('has what its README points out, and nothing else', async () => {
    const { out } = await runInProcess(sample, ['lint', '--format', 'json']);
    const { findings } = JSON.parse(out) as {
      findings: { path: string; code: string; range: { start: { line: number } } }[];
    };
    const workspace = 'developer_workspaces/developers';
    const registry = 'src/cursus_dev/registry/workspace_registry.py';
    assert.deepEqual(
      findings.map(each => [each.path, each.range.start.line, each.code]),
      [
        [`${workspace}/alice/${registry}`, 5, 'step/missing-config'],
        [`${workspace}/alice/${registry}`, 8, 'step/unknown-sagemaker-type'],
        [`${workspace}/alice/${registry}`, 14, 'step/conflict'],
        [`${workspace}/bob/${registry}`, 6, 'step/conflict'],
      ],
    );
  });

  it('has two answers for a name', async () => {
    const who = async (...line: string[]): Promise<string> =>
      (await runInProcess(sample, ['explain', 'XGBoostTraining', ...line])).out.split('\n').slice(0, 3).join(' ');
    assert.match(await who('--workspace', 'alice'), /override of alice/);
    assert.match(await who(), /core/);
  });
});
