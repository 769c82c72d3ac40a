import assert from 'node:assert/strict';
import { discoveryRuns } from '../../../server/src/systems/modules/resolve/discovery';
import { workspaceOfFiles } from '../../support/fixture';
import { moduleText, needs } from './module-text';

const M = moduleText();
const CONFIG = { 'apcore.yaml': 'extensions:\n  root: ./extensions\nid_map:\n  overrides: ./map.yaml\n' };

/** What ends the discovery, and the findings that the ID map has. */
function endOf(map: string, files: Readonly<Record<string, string>>): string[] {
  const all = { ...CONFIG, 'map.yaml': `mappings:\n${map}`, ...files };
  const workspace = workspaceOfFiles(new Map(Object.entries(all)));
  const found = workspace.findings('map.yaml').filter(({ message }) => message.startsWith('An id has to be a text'));
  return [discoveryRuns(workspace.lookup)[0]?.aborted?.code ?? 'none', ...found.map(({ severity }) => severity)];
}

const two = (a: string, b: string): string => `- {file: a.py, id: ${a}}\n- {file: b.py, id: ${b}}\n`;

describe('ids that are no texts (formats 2.4)', () => {
  it('end a discovery only where a module gets so far', () => {
    const map = '- {file: a.py, id: 5}\n';
    assert.deepEqual(endOf(map, { 'extensions/a.py': M, 'extensions/z.py': M }), ['TypeError', 'error']);
    for (const text of ['def help(): ...\n', moduleText({ description: '' })])
      assert.deepEqual(endOf(map, { 'extensions/a.py': text, 'extensions/z.py': M }), ['none', 'warning'], text);
  });

  it('that are lists end it also for files that are no modules', () => {
    assert.deepEqual(endOf('- {file: a.py, id: [x]}\n', { 'extensions/a.py': '', 'extensions/z.py': M }), [
      'TypeError',
      'error',
    ]);
  });

  it('have an order among numbers, and are split at dots after that', () => {
    const files = { 'extensions/a.py': M, 'extensions/b.py': M };
    assert.equal(endOf(two('5', '6.5'), files)[0], 'AttributeError');
    assert.equal(endOf(two('5', '2024-01-01'), files)[0], 'TypeError');
    assert.equal(endOf('- {file: a.py, id: !!binary YQ==}\n', { 'extensions/a.py': M })[0], 'TypeError');
  });

  it('are come to after dependencies', () => {
    const files = { 'extensions/a.py': M, 'extensions/z.py': M, 'extensions/z_meta.yaml': needs('a') };
    assert.equal(endOf('- {file: a.py, id: 5}\n', files)[0], 'DEPENDENCY_NOT_FOUND');
  });

  it('are not even read where the ID map is a folder', () => {
    const files = { ...CONFIG, 'map.yaml/x.txt': '', 'extensions/a.py': M };
    const { lookup } = workspaceOfFiles(new Map(Object.entries(files)));
    assert.equal(discoveryRuns(lookup)[0]?.aborted?.code, 'IsADirectoryError');
  });
});
