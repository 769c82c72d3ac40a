/** Who may import whom: ARCHITECTURE.md says the same in prose. Downwards only. */
const layer = (name, from, to, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from },
  to: { path: '^(server|client)/src', pathNot: to },
});

/**
 * The rooms of a folder, from the floor up: each imports itself and those before it. `.` stands for the files that lie
 * directly in the folder.
 */
const rooms = (folder, names) =>
  names.slice(0, -1).map((name, floor) => ({
    name: `${folder}: ${name}`,
    severity: 'error',
    comment: `In ${folder} imports run one way: ${names.join(' < ')}. Move what both need down.`,
    from: { path: roomPath(folder, name) },
    to: { path: names.slice(floor + 1).map(above => roomPath(folder, above)) },
  }));
const roomPath = (folder, room) => `^server/src/${folder}/${room === '.' ? '[^/]+$' : `${room}/`}`;

const inside = '^server/src/';
const base = `${inside}base/`;
const model = `${inside}model/`;
const syntax = `${inside}syntax/`;
const generated = `${inside}generated/`;
const systems = `${inside}systems/`;
const rules = `${inside}rules/`;
const pipeline = `${inside}pipeline/`;
const workspace = `${inside}workspace\\.ts$`;
const features = `${inside}features/`;
const host = `${inside}host/`;
const protocol = `${inside}protocol\\.ts$`;

/** What each registry system is made of, so that whoever knows one knows all (ARCHITECTURE.md). */
const SYSTEM_ROOMS = ['read', 'define', 'components', 'resolve', 'explain', 'answers'];
const SYSTEMS = ['steps', 'modules', 'artifacts'];

export default {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      comment: 'Move what both need one layer down.',
      from: {},
      to: { circular: true },
    },
    layer('base-imports-nothing', base, [base], 'base is the floor: give it plain values instead.'),
    layer('model', model, [base, model], 'A model type that needs more belongs to its system.'),
    layer('syntax', syntax, [base, model, syntax, generated], 'Readers know text, not registries.'),
    {
      name: 'systems-do-not-know-each-other',
      severity: 'error',
      comment: 'What two systems share goes down to model or syntax, or joins through index keys.',
      from: { path: `${systems}([^/]+)/` },
      to: { path: systems, pathNot: [`${systems}$1/`, `${systems}system\\.ts$`] },
    },
    layer('systems', systems, [base, model, syntax, generated, systems], 'A system must not look upwards.'),
    layer(
      'rules',
      rules,
      [base, model, systems, `${rules}rule\\.ts$`, `${rules}index\\.ts$`, rules, generated],
      'A rule asks its system.',
    ),
    {
      name: 'rules-do-not-know-each-other',
      severity: 'error',
      comment: 'Shared questions belong to the system; only index.ts lists the rules.',
      from: { path: `${rules}[^/]+/` },
      to: { path: `${rules}[^/]+/` },
    },
    {
      name: 'rules-ask-the-face-of-a-system',
      severity: 'error',
      comment: 'Export it in public.ts of the system, which says what rules and features may ask.',
      from: { path: `${inside}(rules|features|workspace\\.ts)` },
      to: { path: `${systems}[^/]+/`, pathNot: `${systems}[^/]+/public\\.ts$` },
    },
    ...SYSTEMS.flatMap(system => rooms(`systems/${system}`, SYSTEM_ROOMS)),
    {
      name: 'systems: facts and keys',
      severity: 'error',
      comment: 'What lies directly in a system is its vocabulary; only index.ts and public.ts look into the rooms.',
      from: { path: `${systems}[^/]+/[^/]+$`, pathNot: `/(index|public)\\.ts$` },
      to: { path: `${systems}[^/]+/(${SYSTEM_ROOMS.join('|')})/` },
    },
    ...rooms('features', ['text', '.', 'at-cursor', '(edit|explain|overviews)', 'states', 'export']),
    ...rooms('cli', ['environment', 'output', 'commands', '.']),
    ...rooms('lsp', ['hosts', 'session', 'requests', '.']),
    layer(
      'pipeline',
      pipeline,
      [base, model, syntax, systems, rules, pipeline, generated],
      'The driver knows no front end.',
    ),
    layer(
      'workspace',
      workspace,
      [base, model, syntax, systems, rules, pipeline, generated],
      'The engine knows no front end.',
    ),
    layer(
      'features',
      features,
      [base, model, systems, rules, workspace, features, generated],
      'A feature asks the workspace.',
    ),
    layer('host', host, [base, host], 'host offers files; it does not know what is in them.'),
    layer(
      'lsp',
      `${inside}lsp/`,
      [base, model, rules, workspace, features, host, protocol, `${inside}lsp/`, pipeline],
      'lsp translates; it decides nothing.',
    ),
    layer(
      'cli',
      `${inside}cli/`,
      [
        base,
        model,
        rules,
        workspace,
        features,
        host,
        `${inside}cli/`,
        `${inside}lsp/server\\.ts$`,
        pipeline,
        generated,
      ],
      'cli translates; it decides nothing.',
    ),
    layer('client', '^client/src/', ['^client/', protocol], 'The client is thin: ask the server.'),
    layer('pages', '^client/webview/', ['^client/', protocol, `${base}graph-`], 'A page draws what the server says.'),
    {
      name: 'engine-without-node',
      severity: 'error',
      comment: 'The engine runs in a browser worker: read through host/.',
      from: { path: inside, pathNot: [host, `${inside}lsp/`, `${inside}cli/`] },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'only-host-reads-disk',
      severity: 'error',
      comment: 'Pass a Files value from host/.',
      from: { path: inside, pathNot: [host] },
      to: { path: '^(node:)?fs(/promises)?$' },
    },
    {
      name: 'only-lsp-speaks-lsp',
      severity: 'error',
      comment: 'Convert at the border, in lsp/session/convert.ts.',
      from: { path: inside, pathNot: [`${inside}lsp/`, protocol] },
      to: { path: 'vscode-languageserver' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
  },
};
