import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { discoveryRuns } from '../../../server/src/systems/modules/resolve/discovery';
import { reservedWordOf } from '../../../server/src/systems/modules/vocabulary';
import { workspaceOfFiles } from '../../support/fixture';
import { moduleText } from './module-text';

/**
 * The public conformance cases of apcore (github.com/aiperceivable/apcore, conformance/), re-keyed: what its implementations have
 * to agree on, they have to agree on with us.
 */
function cases(name: string): unknown {
  const text = fs.readFileSync(path.join(import.meta.dirname, 'conformance', `${name}.json`), 'utf8');
  return (JSON.parse(text) as { cases: unknown }).cases;
}

interface VersionCase {
  readonly id: string;
  readonly modules: readonly {
    readonly module_id: string;
    readonly version: string;
    readonly dependencies: readonly {
      readonly module_id: string;
      readonly version?: string;
      readonly optional?: boolean;
    }[];
  }[];
  readonly expected: {
    readonly outcome: 'ok' | 'error';
    readonly load_order?: readonly string[];
    readonly error_code?: string;
    readonly skipped_edges?: readonly (readonly [string, string])[];
    readonly [field: string]: unknown;
  };
}

describe('conformance: dependency version constraints', () => {
  for (const { id, modules, expected } of cases('dependency-version-constraints') as VersionCase[])
    it(id, () => {
      const files = new Map<string, string>();
      for (const { module_id: name, version, dependencies } of modules) {
        files.set(`extensions/${name}.py`, moduleText());
        files.set(`extensions/${name}_meta.yaml`, JSON.stringify({ version, dependencies }));
      }
      const workspace = workspaceOfFiles(files);
      const [run] = discoveryRuns(workspace.lookup);
      assert.ok(run);
      if (expected.outcome === 'error') {
        assert.equal(run.aborted?.code, expected.error_code);
        for (const field of ['module_id', 'dependency_id', 'required', 'actual'])
          assert.ok(run.aborted?.message.includes(String(expected[field])), field);
        assert.equal(errors(workspace).length, 1);
        return;
      }
      assert.equal(run.aborted, undefined);
      assert.deepEqual(errors(workspace), []);
      const order = [...run.modules].sort((a, b) => a.order! - b.order!).map(each => each.module.id);
      if (expected.load_order !== undefined) assert.deepEqual(order, expected.load_order);
      // An edge that is given up no longer orders the load.
      for (const [from, to] of expected.skipped_edges ?? []) assert.ok(order.indexOf(from) < order.indexOf(to));
    });
});

function errors(workspace: ReturnType<typeof workspaceOfFiles>): string[] {
  const all = [...workspace.paths()].flatMap(each => workspace.findings(each));
  return all.filter(({ severity }) => severity === 'error').map(({ code }) => code);
}

describe('conformance: reserved words', () => {
  interface WordCase {
    readonly id: string;
    readonly new_id: string;
    readonly expected: string | null;
    readonly existing_ids?: readonly string[];
  }
  for (const { id, new_id: name, expected, existing_ids: existing = [] } of cases('reserved-words') as WordCase[])
    it(id, () => {
      if (expected !== 'duplicate_id') {
        assert.equal(reservedWordOf(name) === undefined ? null : 'reserved_word', expected);
        return;
      }
      const files = [...existing, name].map((each, i) => [
        `extensions/${i === 0 ? each.replaceAll('.', '/') : each}.py`,
        moduleText(),
      ]);
      const workspace = workspaceOfFiles(new Map(files as [string, string][]));
      assert.deepEqual(errors(workspace), ['module/duplicate-id']);
    });
});

describe('conformance: discovery of several roots', () => {
  interface RootCase {
    readonly id: string;
    readonly extensions: object;
    readonly expected?: readonly string[];
    readonly raises?: string;
  }
  for (const { id, extensions, expected, raises } of cases('multi-root-discovery') as RootCase[])
    it(id, () => {
      const files = new Map([
        ['alpha/executor/svc/mod.py', moduleText()],
        ['beta/executor/svc/mod.py', moduleText()],
        ['apcore.yaml', JSON.stringify({ extensions })],
      ]);
      const { lookup } = workspaceOfFiles(files);
      const [run] = discoveryRuns(lookup);
      assert.ok(run);
      if (raises !== undefined) assert.match(run.aborted?.message ?? '', /'same'/);
      else
        assert.deepEqual(
          run.modules.filter(each => each.outcome === 'registered').map(each => each.module.id),
          expected,
        );
    });
});
