import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Configuration } from '../../server/src/systems/modules/define/configuration';
import { Workspace } from '../../server/src/workspace';
import { benchRepository, SHARED_STEP } from '../bench/repositories';
import { checkFresh } from '../support/fresh';
import { tries } from '../support/seed';
import { stepKey } from '../../server/src/systems/steps/keys';

/** Registries, one of which is long, with a step that more than a hundred workspaces define; and modules. */
const { files: ALL, edited: LONG } = benchRepository({ workspaces: 110, rows: 6, core: 8 }, 250);
const FILES = new Map([...ALL].filter(([path]) => /\/registry\/|^extensions\//.test(path)));
const CORE = [...FILES.keys()].find(path => path.endsWith('step_names.py'))!;
const OTHERS = [...FILES.keys()].filter(path => path.endsWith('/workspace_registry.py') && path !== LONG).slice(0, 5);
const MODULES = [...FILES.keys()].filter(path => path.startsWith('extensions/')).slice(0, 12);

/** As seldom as this may long work go on. */
const NEVER = (): boolean => false;

/** What may happen to one of some files between two parts of long work. */
function anything(...paths: readonly string[]) {
  return fc.record({
    kind: fc.constantFrom('edit', 'rename', 'delete', 'write', 'ask', 'settle'),
    path: fc.constantFrom(...paths),
    value: fc.nat(3),
  });
}
type Anything = ReturnType<typeof anything> extends fc.Arbitrary<infer T> ? T : never;

describe('work in parts comes to the same as at once, whatever happens between two of them', function () {
  this.timeout(600_000);

  it('reading a long text', () => {
    const taken = fc.record({
      text: fc.nat(3),
      meanwhile: fc.array(anything(LONG, CORE, ...OTHERS), { maxLength: 20 }),
    });
    fc.assert(
      fc.property(fc.array(taken, { minLength: 1, maxLength: 4 }), all => {
        const held = new Held();
        for (const [path, text] of FILES) held.workspace.takeChanges(new Map([[path, { text, open: false }]]));
        held.workspace.complete();
        held.workspace.check();
        for (const { text: value, meanwhile } of all) {
          if (held.open.has(LONG)) continue;
          const text = changed(FILES.get(LONG)!, 'edit', value);
          held.files.set(LONG, text);
          inParts(held.workspace.takeTextInParts(LONG, { text, open: false }), () => held.does(meanwhile.pop()));
        }
        held.check();
      }),
      { numRuns: tries(40, 2), endOnFailure: true },
    );
  });

  it('learning what configures modules', () => {
    fc.assert(
      fc.property(fc.array(anything(...MODULES), { maxLength: 30 }), meanwhile => {
        const held = new Held();
        for (const [path, text] of FILES) held.workspace.takeChanges(new Map([[path, { text, open: false }]]));
        inParts(
          mayGoOn => held.workspace.connect(mayGoOn),
          () => held.does(meanwhile.pop()),
        );
        held.workspace.complete();
        held.check();
      }),
      { numRuns: tries(12, 1), endOnFailure: true },
    );
  });

  it('checking what many facts share', () => {
    fc.assert(
      fc.property(fc.array(anything(LONG, ...OTHERS), { maxLength: 30 }), meanwhile => {
        const held = new Held();
        const { workspace } = held;
        for (const [path, text] of FILES) workspace.takeChanges(new Map([[path, { text, open: false }]]));
        workspace.complete();
        let checked = 0;
        inParts(
          mayGoOn => workspace.check(mayGoOn),
          () => {
            if (workspace.work.subjectsChecked === checked) held.does(meanwhile.pop());
            checked = workspace.work.subjectsChecked;
          },
        );
        held.check();
      }),
      { numRuns: tries(12, 1), endOnFailure: true },
    );
  });
});

describe('half of a file', () => {
  it('is seen by nobody who asks', () => {
    const workspace = new Workspace();
    for (const [path, text] of FILES) workspace.takeChanges(new Map([[path, { text, open: false }]]));
    workspace.complete();
    workspace.check();
    const row = /"Own0x\d+":/g;
    const names = FILES.get(LONG)!
      .match(row)!
      .map(each => each.slice(1, -2));
    const seen = (): string => {
      const { lookup } = workspace;
      return names
        .map(name => lookup.providers(stepKey(name)).length + lookup.providers(stepKey(`${name}B`)).length)
        .join('');
    };
    const text = FILES.get(LONG)!.replaceAll(row, each => `${each.slice(0, -2)}B":`);
    const whole = seen();
    for (let after = 1; after < 20; after++) {
      const next = after % 2 === 1 ? text : FILES.get(LONG)!;
      const taking = workspace.takeTextInParts(LONG, { text: next, open: false });
      for (let part = 0; part < after; part++) taking(NEVER);
      assert.equal(seen(), whole, `after ${after} parts`);
    }
  });
});

describe('what may be long is done in parts:', () => {
  it('a text, row by row', () => {
    const workspace = new Workspace();
    assert.ok(inParts(workspace.takeTextInParts(LONG, { text: FILES.get(LONG)!, open: false })) > 10);
    assert.equal(workspace.file(LONG)!.facts.filter(({ kind }) => kind === 'step').length, 250);
  });

  it('learning what configures modules, file by file', () => {
    const workspace = new Workspace();
    for (const [path, text] of FILES) workspace.takeChanges(new Map([[path, { text, open: false }]]));
    const discoveries = (): unknown =>
      (workspace.lookup.configuration('modules') as Configuration | undefined)?.discoveries;
    assert.equal(discoveries(), undefined);
    assert.ok(inParts(mayGoOn => workspace.connect(mayGoOn)) > FILES.size / 100);
    assert.equal((discoveries() as unknown[]).length, 1);
    assert.ok(!workspace.isComplete, 'nobody said that this is everything');
  });

  it('the check of what many facts share, finding by finding', () => {
    const workspace = new Workspace();
    for (const [path, text] of FILES) workspace.takeChanges(new Map([[path, { text, open: false }]]));
    workspace.complete();
    const parts = inParts(mayGoOn => workspace.check(mayGoOn));
    const { subjectsChecked } = workspace.work;
    assert.ok(parts > subjectsChecked + 100, `${parts} parts, ${subjectsChecked} subjects`);
  });
});

function inParts(work: (mayGoOn: () => boolean) => boolean, between = (): void => undefined): number {
  let parts = 1;
  for (; !work(NEVER); parts++) between();
  return parts;
}

/** A workspace, and what it is to hold. */
class Held {
  readonly files = new Map(FILES);
  readonly open = new Set<string>();
  readonly workspace = new Workspace({ readText: path => this.files.get(path) });

  does(what: Anything | undefined): void {
    if (what === undefined) return;
    const { workspace } = this;
    const { kind, path } = what;
    if (kind === 'settle') workspace.check(NEVER);
    else if (kind === 'ask') {
      workspace.source(path)?.python('literals');
      workspace.suppressionsIn(path, FILES.get(path)!);
    } else if (kind === 'delete') {
      this.files.delete(path);
      this.open.delete(path);
      workspace.takeChanges(new Map([[path, undefined]]));
    } else {
      const text = changed(FILES.get(path)!, kind, what.value);
      const open = kind !== 'write';
      this.files.set(path, text);
      this.open[open ? 'add' : 'delete'](path);
      workspace.takeChanges(new Map([[path, { text, open }]]));
      workspace.checkFile(path);
    }
  }

  /** Closes what is open; the rest is left as it was read. */
  check(): void {
    for (const path of this.open)
      this.workspace.takeChanges(new Map([[path, { text: this.files.get(path)!, open: false }]]));
    this.workspace.check();
    checkFresh(this.workspace, this.files);
  }
}

function changed(text: string, kind: string, value: number): string {
  if (kind === 'edit') return text.replace(/"framework": "\w+/, `"framework": "pandas${value}`);
  return kind === 'rename' ? text.replaceAll(SHARED_STEP, `${SHARED_STEP}${value}`).replaceAll('Part', 'P') : text;
}
