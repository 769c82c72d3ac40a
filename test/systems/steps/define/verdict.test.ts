import assert from 'node:assert/strict';
import { list, workspaces } from '../../../../server/src/systems/steps/answers/list';
import { allDefinitions } from '../../../../server/src/systems/steps/define/definitions';
import { explainStep, outcomeOfStep } from '../../../../server/src/systems/steps/explain/explain';
import { workspaceOf } from '../../../support/fixture';

const registryOf = (directory: string): string =>
  `#- developer_workspaces/developers/${directory}/src/cursus_dev/registry/workspace_registry.py`;

/** Each row of a workspace with what the run time makes of it: `alice Prep: loaded`, `… no, …`, `… cannot tell: …`. */
function verdicts(text: string): string[] {
  const { lookup } = workspaceOf(text.includes('#- ') ? text : `${registryOf('alice')}\n${text}`);
  return allDefinitions(lookup)
    .filter(({ scope }) => scope !== 'core')
    .map(({ entry, workspace, loaded, reason = '' }) => {
      const said = loaded === true ? 'loaded' : loaded === null ? reason : `no, ${reason}`;
      return `${workspace ?? ''} ${entry.name}: ${said}`;
    });
}

describe('the verdict about a row', () => {
  it('is no for all rows of a file that does not parse', () => {
    const [first = '', second = ''] = verdicts('LOCAL_STEPS = {"Prep": {}}\nSTEP_OVERRIDES = {"Package": {}\n');
    assert.match(first, /^alice Prep: no, the file cannot be loaded/);
    assert.match(second, /^alice Package: no, the file cannot be loaded/);
  });

  it('is no from the refused row on, and the workspace keeps the name of its directory', () => {
    const text = 'LOCAL_STEPS = {"A": {}, "B": 1, "C": {}}\nWORKSPACE_METADATA = {"developer_id": "team"}\n';
    assert.deepEqual(verdicts(text), [
      'alice A: loaded',
      'alice B: no, loading of this registry stops here: its value is not a dict',
      "alice C: no, loading of this registry stops at 'B'",
    ]);
  });

  it('is that of LOCAL_STEPS for WORKSPACE_STEPS where the project file has them count, and of no other repository', () => {
    const texts = [
      'LOCAL_STEPS = {"A": {}, "B": 1, "C": {}}\nSTEP_OVERRIDES = {"D": {}}\n',
      'LOCAL_STEPS = {"A": {}}\nLOCAL_STEPS["A"] = {"priority": input()}\nSTEP_OVERRIDES = {"D": {}}\n',
      'LOCAL_STEPS = 3\nSTEP_OVERRIDES = {"D": {}}\n',
      'LOCAL_STEPS = {"A": {}, "A": {}}\ndel LOCAL_STEPS["A"]\nSTEP_OVERRIDES = {"D": 1, "E": {}}\n',
    ];
    const PROJECT = '#- registry-intelligence.yaml\nworkspace_variable: WORKSPACE_STEPS\n';
    const old = (text: string): string =>
      `${registryOf('alice')}\n${text.replaceAll('LOCAL_STEPS', 'WORKSPACE_STEPS')}`;
    for (const text of texts) {
      const expected = verdicts(text).map(each => each.replaceAll('LOCAL_STEPS', 'WORKSPACE_STEPS'));
      assert.deepEqual(verdicts(`${PROJECT}${old(text)}`), expected);
    }
    const said = 'alice A: no, the registry manager reads LOCAL_STEPS, not WORKSPACE_STEPS';
    assert.deepEqual(verdicts(old('LOCAL_STEPS = {"A": {}}\n')), [said]);
    assert.match(
      verdicts(`${PROJECT}${registryOf('alice')}\nLOCAL_STEPS = {"A": {}}\n`)[0] ?? '',
      /no, the project file says/,
    );
  });

  it('is no for a workspace without rows as well, where the directory of its id takes that along', () => {
    const rename = (id: string): string => `LOCAL_STEPS = {}\nWORKSPACE_METADATA = {"developer_id": "${id}"}\n`;
    const verdictOf = (last: string): unknown[] => {
      const { lookup } = workspaceOf(`${registryOf('a')}\n${rename('b')}${registryOf('b')}\n${last}`);
      return workspaces(lookup).map(({ id, loaded }) => [id, loaded]);
    };
    assert.deepEqual(verdictOf(rename('c')), [
      ['b', false],
      ['c', true],
    ]);
    assert.deepEqual(verdictOf('LOCAL_STEPS = {}\n'), [
      ['b', true],
      ['b', true],
    ]);
    assert.deepEqual(verdictOf(`from company_lib import x\n${rename('c')}`)[0], ['b', null]);
  });

  it('is no where another directory takes the id of the workspace, even for a moment', () => {
    const rename = (id: string): string => `WORKSPACE_METADATA = {"developer_id": "${id}"}\n`;
    const two = `${registryOf('a')}\nLOCAL_STEPS = {"A": {}}\n${rename('b')}${registryOf('b')}\nLOCAL_STEPS = {"B": {}}\n`;
    const lost = "b A: no, directory 'b' ends up as workspace 'b' too, and only one of them is loaded";
    assert.deepEqual(verdicts(two), [lost, 'b B: loaded']);
    assert.deepEqual(verdicts(`${two}${rename('c')}`).slice(1), ['c B: loaded']);
  });

  it('leaves the view of a workspace to it where the file of the directory of its id does not run', () => {
    const named = 'LOCAL_STEPS = {"A": {}}\nWORKSPACE_METADATA = {"developer_id": "b"}\n';
    const { lookup } = workspaceOf(
      `${registryOf('a')}\n${named}${registryOf('b')}\nLOCAL_STEPS = {"B": {}}\nmissing()\n`,
    );
    assert.deepEqual(
      list('b', lookup).map(({ name, workspace, loaded }) => [name, workspace, loaded]),
      [['A', 'b', true]],
    );
  });

  it('cannot be told where letters are not read, since nobody knows what they are', () => {
    const text = '# coding: cp437\nLOCAL_STEPS = {"A": {"description": "caf\uFFFD"}}\n';
    assert.deepEqual(verdicts(text), ["alice A: cannot tell: the letters of the encoding 'cp437' are not read here"]);
  });

  it('is no behind a table that is an object or a class', () => {
    const [first, second] = verdicts('LOCAL_STEPS = object()\nSTEP_OVERRIDES = {"B": {}}\n');
    assert.match(first ?? '', /^alice B: no, loading of this registry stops at LOCAL_STEPS, which is no dict/);
    assert.equal(second, undefined);
    assert.match(verdicts('LOCAL_STEPS = dict\nSTEP_OVERRIDES = {"B": {}}\n')[0] ?? '', /stops at LOCAL_STEPS/);
  });

  it('is no outside of the folder where the registry manager looks', () => {
    const nested = '#- developer_workspaces/developers/team/inner/src/cursus_dev/registry/workspace_registry.py';
    const shared = '#- developer_workspaces/shared/src/cursus_dev/registry/workspace_registry.py';
    const row = 'LOCAL_STEPS = {"A": {}}';
    assert.deepEqual(
      verdicts([nested, row, shared, row, registryOf('tests'), row, registryOf('shared'), row].join('\n')),
      ['shared A: loaded', 'tests A: loaded'],
    );
  });
});

describe('a registry is what running it gives', () => {
  /** The loaded rows of a registry with their builders; what is not loaded is left out. */
  const loaded = (text: string): string[] =>
    allDefinitions(workspaceOf(`${registryOf('alice')}\n${text}`).lookup)
      .filter(each => each.loaded === true)
      .map(
        ({ entry }) =>
          `${entry.name} ${JSON.stringify(Object.fromEntries(entry.fields.map(({ name, value }) => [name, value])))}`,
      );

  it('so nothing is loaded where running raises an exception', () => {
    for (const text of ['from .rows import ROWS', 'X: Dict[str, str] = {}', 'ready = true', 'raise ValueError("no")'])
      assert.deepEqual(loaded(`LOCAL_STEPS = {"A": {}}\n${text}\n`), [], text);
  });

  it('so later statements count, in their order', () => {
    assert.deepEqual(loaded('LOCAL_STEPS = {"A": {}, "B": {}}\ndel LOCAL_STEPS["A"]\n'), ['B {}']);
    assert.deepEqual(loaded('LOCAL_STEPS = {"A": {}}\nLOCAL_STEPS["A"]["framework"] = "x"\n'), ['A {"framework":"x"}']);
    assert.deepEqual(loaded('BASE = {"framework": "x"}\nLOCAL_STEPS = {"A": {**BASE, "spec_type": "A"}}\n'), [
      'A {"framework":"x","spec_type":"A"}',
    ]);
    assert.deepEqual(loaded('LOCAL_STEPS = {n: {"spec_type": n} for n in ("A", "B")}\n'), [
      'A {"spec_type":"A"}',
      'B {"spec_type":"B"}',
    ]);
  });

  it('so a table that is no dict stops loading before its first row', () => {
    const overrides = 'STEP_OVERRIDES = {"Package": {}}\n';
    assert.deepEqual(loaded(`LOCAL_STEPS = {"A": {}},\n${overrides}`), []);
    assert.deepEqual(loaded(`LOCAL_STEPS = {"A": {}}\nSTEP_OVERRIDES = None\n`), ['A {}']);
  });

  it('and the loader takes what pydantic takes', () => {
    const row = (fields: string): string[] => loaded(`LOCAL_STEPS = {"A": {${fields}}}\n`);
    assert.deepEqual(row('"framework": b"x", "job_types": ("t",)'), ['A {"framework":"x","job_types":["t"]}']);
    assert.deepEqual(row('"job_types": {"t": 1}.keys()'), ['A {"job_types":["t"]}']);
    for (const refused of ['"builder_step_name": ""', '"job_types": {"t": 1}', '"job_types": None', '"framework": 3'])
      assert.deepEqual(row(refused), [], refused);
    assert.deepEqual(loaded('LOCAL_STEPS = {"A": {}, 5: {}, "B": {}}\n'), ['A {}']);
  });

  it('and steps beside an import that may fail cannot be told', () => {
    const [said = ''] = verdicts('import torch_extras\nLOCAL_STEPS = {"A": {}}\n');
    assert.equal(said, 'alice A: cannot tell: torch_extras is imported, which may not be installed');
  });
});

describe('the id of a workspace', () => {
  const ids = (metadata: string): string[] => verdicts(`LOCAL_STEPS = {"A": {}}\n${metadata}\n`);

  it('is what developer_id is worth in the end', () => {
    assert.deepEqual(ids('TEAM = "x"\nWORKSPACE_METADATA = {"developer_id": TEAM + "_team"}'), ['x_team A: loaded']);
    assert.deepEqual(ids('WORKSPACE_METADATA = {"developer_id": "x"}\ndel WORKSPACE_METADATA["developer_id"]'), [
      'alice A: loaded',
    ]);
  });

  it('may be no text, and then nobody can ask for it; or no key, and then all is lost', () => {
    assert.deepEqual(ids('WORKSPACE_METADATA = {"developer_id": None}'), ['developer_id None A: loaded']);
    assert.match(ids('WORKSPACE_METADATA = {"developer_id": ["x"]}').join(), /A: no, developer_id is \["x"\]/);
    assert.deepEqual(ids('WORKSPACE_METADATA = {"developer_id": ("x",)}'), ['developer_id ("x",) A: loaded']);
    assert.match(ids('WORKSPACE_METADATA = {"developer_id": ("x", [])}').join(), /A: no, developer_id is/);
  });

  it('is no text where it is a number, whichever', () => {
    assert.deepEqual(ids('WORKSPACE_METADATA = {"developer_id": float("nan")}'), [
      'developer_id float("nan") A: loaded',
    ]);
    assert.deepEqual(ids('WORKSPACE_METADATA = float("nan")'), ['alice A: loaded']);
  });

  it('cannot be told behind a row that may stop the loader before', () => {
    const rows = 'import os\nLOCAL_STEPS = {"A": {}, "B": os.environ.get("B")}\n';
    const said = verdicts(`${rows}WORKSPACE_METADATA = {"developer_id": "team"}\n`);
    assert.match(
      said.join('\n'),
      /^team A: cannot tell: code decides the id .*\(team, unless loading stops before\)$/m,
    );
    assert.ok(verdicts(`${rows}WORKSPACE_METADATA = {"version": "1"}\n`).includes('alice A: loaded'));
  });

  it('is not taken by another directory where code decides it', () => {
    const other = `${registryOf('bob')}\nWORKSPACE_METADATA = {"developer_id": "alice"}\n`;
    const said = verdicts(
      `${registryOf('alice')}\nLOCAL_STEPS = {"A": {}}\nWORKSPACE_METADATA = {"developer_id": input()}\n${other}`,
    );
    assert.match(said.join(), /^alice A: cannot tell: /);
  });

  it('that is empty is none for whoever asks', () => {
    const text = `${registryOf('alice')}\nLOCAL_STEPS = {"A": {}}\nWORKSPACE_METADATA = {"developer_id": ""}\n`;
    const asked = { profile: 'isolated', mode: 'automatic', workspace: '' } as const;
    assert.equal(outcomeOfStep('A', asked, workspaceOf(text).lookup).resolved, false);
  });

  it('is the directory where somebody is said to win, if it is no text', () => {
    const text = `${registryOf('alice')}\nLOCAL_STEPS = {"A": {}}\nWORKSPACE_METADATA = {"developer_id": None}\n`;
    const { lookup } = workspaceOf(text);
    assert.equal(outcomeOfStep('A', { profile: 'hybrid', mode: 'automatic' }, lookup).winner, 'local of alice');
  });
});

describe('a name that is written as bytes', () => {
  it('is loaded, and found by nobody', () => {
    const text = `${registryOf('alice')}\nLOCAL_STEPS = {b"A": {}}\n`;
    assert.deepEqual(verdicts(text), ["alice b'A': loaded"]);
    const asked = { profile: 'isolated', mode: 'automatic', workspace: 'alice' } as const;
    const { outcome, trace } = explainStep("b'A'", asked, workspaceOf(text).lookup);
    assert.equal(outcome.resolved, false);
    assert.deepEqual(
      trace.map(({ verdict, why }) => `${verdict}: ${why}`).at(-1),
      'excluded: its key is no text, so nobody asks for it',
    );
  });
});

describe('a registry that ends the program', () => {
  it('keeps everybody from having any step', () => {
    const two = `${registryOf('alice')}\nLOCAL_STEPS = {"A": {}}\n${registryOf('bob')}\nraise SystemExit("no")\n`;
    assert.match(verdicts(two).join(), /^alice A: no, .*bob.* ends the program/);
  });
});

describe('who wins', () => {
  const core =
    '#- src/cursus/registry/step_names.py\nSTEP_NAMES = {"Package": {"builder_step_name": "PackageStepBuilder"}}\n';
  const outcome = (text: string, name = 'Package') =>
    outcomeOfStep(
      name,
      { workspace: 'alice', profile: 'isolated', mode: 'automatic' },
      workspaceOf(`${core}${registryOf('alice')}\n${text}`).lookup,
    );

  it('is core where the override cannot be loaded', () => {
    assert.equal(outcome('STEP_OVERRIDES = {"Package": {}').winner, 'core');
  });

  it('cannot be told beside overrides that code decides', () => {
    const { resolved, winner, reason } = outcome('from acme import load\nSTEP_OVERRIDES = load()');
    assert.deepEqual([resolved, winner], [null, undefined]);
    assert.match(reason, /^cannot tell: load\(\) decides part of STEP_OVERRIDES of 'alice'/);
  });
});

describe('a core registry that cannot be loaded', () => {
  const CORE = 'src/cursus/registry/step_names_original.py';
  const MINE = `${registryOf('alice')}\nLOCAL_STEPS = {"Mine": {}}\n`;
  const loadedWith = (core: string): string[] =>
    allDefinitions(workspaceOf(`#- ${CORE}\n${core}\n${MINE}`).lookup).map(
      ({ entry, loaded, reason }) => `${entry.name}: ${loaded === true ? 'loaded' : String(reason)}`,
    );

  it('loses everything for everybody where importing it raises', () => {
    const why = `the core registry cannot be imported: ${CORE}: NameError: name 'TEXT' is not defined`;
    assert.deepEqual(loadedWith('STEP_NAMES = {"Train": {"config_class": "TrainConfig", "description": TEXT}}'), [
      `Train: ${why}`,
      `Mine: ${why}`,
    ]);
  });

  it('loses everything for everybody where it does not parse', () => {
    for (const said of loadedWith('STEP_NAMES = {"Train": {"config_class": "TrainConfig"}]'))
      assert.match(said, /^(?:Mine|Train): the core registry cannot be imported: /);
  });

  it('loses everything for everybody where the model refuses a row', () => {
    const why = `the registry manager refuses the whole core registry for 'Train' in ${CORE}`;
    assert.deepEqual(loadedWith('STEP_NAMES = {"Train": {"config_class": 7}}'), [`Train: ${why}`, `Mine: ${why}`]);
  });

  it('is loaded where code only may fail', () => {
    assert.deepEqual(loadedWith('STEP_NAMES = {"Train": {"config_class": "TrainConfig"}}\nfrom x import y\ny()'), [
      'Train: loaded',
      'Mine: loaded',
    ]);
  });
});
