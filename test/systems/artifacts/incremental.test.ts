import assert from 'node:assert/strict';
import { Workspace } from '../../../server/src/workspace';
import { checkFresh } from '../../support/fresh';
import { workspaceOfFiles } from '../../support/fixture';
import { folderOf, metadataText, REGISTRY, registryText, repository, type Version } from './repository';

/** How many subjects an edit has checked again. */
function checkedBy(workspace: Workspace, path: string, text: string | undefined): number {
  const before = workspace.work.subjectsChecked;
  workspace.apply(new Map([[path, text === undefined ? undefined : { text, open: true }]]));
  return workspace.work.subjectsChecked - before;
}

const many = (count: number): Version[] =>
  Array.from({ length: count }, (_, i) => ({
    version: '1.0.0',
    name: `node_${i}`,
    metadata: `uuid: u${i}\ncompatibility: {supported_node_versions: ">=1.0.0"}\n`,
  }));

/** A tree of `folders` folders with ten files each, as tools write it, and the files on disk. */
function tree(folders: number): { text: string; files: string[] } {
  const lines = ['name: onex', 'type: directory', 'children:'];
  const files: string[] = [];
  for (let i = 0; i < folders; i++) {
    lines.push(`- name: folder_${i}`, '  type: directory', '  children:');
    for (let j = 0; j < 10; j++) {
      lines.push(`  - name: module_${j}.py`, '    type: file');
      files.push(`src/onex/folder_${i}/module_${j}.py`);
    }
  }
  return { text: `${lines.join('\n')}\n`, files };
}

describe('artifacts, edited', () => {
  for (const count of [50, 500])
    it(`check what the edit names, of ${count} artifacts`, () => {
      const versions = many(count);
      const workspace = repository(versions);
      const other = [{ ...versions[0]!, status: 'draft' }, ...versions.slice(1)];
      assert.ok(checkedBy(workspace, REGISTRY, registryText(other)) < 15);
      const path = `${folderOf(versions[1]!)}/node.onex.yaml`;
      assert.ok(checkedBy(workspace, path, metadataText({ ...versions[1]!, metadata: 'uuid: u0\n' })) < 15);
      assert.equal(workspace.findings(path).filter(({ code }) => code === 'artifact/duplicate-uuid').length, 1);
      assert.ok(
        checkedBy(workspace, path, `# moved\n${metadataText({ ...versions[1]!, metadata: 'uuid: u0\n' })}`) < 3,
      );
    });

  it('check one folder of a tree when a file comes or goes', () => {
    const { text, files } = tree(300);
    const all = new Map([['.onextree', text], ...files.map(path => [path, ''] as const)]);
    const workspace = workspaceOfFiles(all);
    assert.deepEqual(workspace.findings('.onextree'), []);
    assert.ok(checkedBy(workspace, 'src/onex/folder_150/module_3.py', undefined) < 10);
    const [finding, ...others] = workspace.findings('.onextree');
    assert.deepEqual([finding?.code, others.length], ['tree/stale-entry', 0]);
    assert.match(finding!.message, /folder_150\/module_3\.py/);
    assert.ok(checkedBy(workspace, '.onextree', text.replace('module_4', 'module_four')) < 10);
    assert.equal(workspace.findings('.onextree').length, 3);
  });

  it('compare a tree of 50,000 entries', () => {
    const { text, files } = tree(4546);
    const workspace = new Workspace();
    workspace.takeChanges(new Map([['.onextree', { text, open: false }]]));
    for (const path of files) workspace.addPath(path);
    workspace.complete();
    workspace.check();
    assert.equal((workspace.file('.onextree')?.facts.length ?? 0) - 2, 4546);
    assert.ok(workspace.work.subjectsChecked < 2 * 4546 + 10, 'each folder once, and its key');
    assert.deepEqual(workspace.findings('.onextree'), []);
  });

  it('keep quiet about the others while a registry is being typed', () => {
    const versions = many(3);
    const workspace = repository(versions);
    const text = registryText(versions);
    const before = [...workspace.paths()].map(path => workspace.findings(path).map(({ message }) => message));
    const broken = text.replace('version: "1.0.0"', 'version: "1.0.0');
    workspace.apply(new Map([[REGISTRY, { text, open: true }]]));
    workspace.apply(new Map([[REGISTRY, { text: broken, open: true }]]));
    const now = [...workspace.paths()].map(path =>
      workspace.findings(path).flatMap(({ message, code }) => (code === 'registry/syntax-error' ? [] : [message])),
    );
    assert.deepEqual(now, before);
  });

  it('end as a fresh build does, whatever comes in which order', () => {
    const versions = many(3);
    const files = new Map([[REGISTRY, registryText(versions)]]);
    for (const each of versions) files.set(`${folderOf(each)}/node.onex.yaml`, metadataText(each));
    files.set('.onextree', tree(2).text);
    const workspace = new Workspace({ readText: path => files.get(path) });
    workspace.complete();
    const steps: [string, string | undefined][] = [
      ...files,
      [`${folderOf(versions[0]!)}/.wip`, ''],
      [`${folderOf(versions[1]!)}/node.onex.yaml`, undefined],
      ['src/.onextree', tree(1).text],
      [`${folderOf(versions[0]!)}/.wip`, undefined],
      ['.onextree', undefined],
      [REGISTRY, registryText([...versions, ...versions.slice(0, 1)])],
    ];
    for (const [path, text] of steps) {
      if (text === undefined) files.delete(path);
      else files.set(path, text);
      if (text === undefined || workspace.claims(path))
        workspace.apply(new Map([[path, text === undefined ? undefined : { text, open: false }]]));
      else {
        workspace.addPath(path);
        workspace.check();
      }
    }
    const claimed = new Map([...files].filter(([path]) => workspace.claims(path)));
    assert.equal(claimed.size, files.size, 'nothing but files that are read is left');
    checkFresh(workspace, claimed);
  });
});
