import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';

/** What an entry of the lock file, and the manifest, say about dependencies. */
interface Manifest {
  readonly version?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
}

/** Entries by the folder that they are installed to; `''` is the repository itself. */
type Packages = Readonly<Record<string, Manifest>>;

const REPOSITORY = path.resolve(import.meta.dirname, '../..');
const EXACT = /^\d+\.\d+\.\d+(?:-[\w.-]+)?$/;

describe('the lock file', () => {
  const manifest = JSON.parse(fs.readFileSync(path.join(REPOSITORY, 'package.json'), 'utf8')) as Manifest;
  const lock = fs.readFileSync(path.join(REPOSITORY, 'package-lock.json'), 'utf8');
  const { packages } = JSON.parse(lock) as { readonly packages: Packages };

  it('says what the manifest says', () => {
    for (const key of ['dependencies', 'devDependencies', 'optionalDependencies'] as const)
      assert.deepEqual(packages['']?.[key], manifest[key], key);
  });

  // npm writes a lock file without what its registry lacks for other platforms, and `npm ci` then refuses that file.
  it('has every package that another one names, for every platform', () => {
    assert.deepEqual(missing(packages), []);
  });

  it('is refused when a package of another platform, or the right version of one, is not there', () => {
    const optional = '@oxc-parser/binding-darwin-arm64';
    const { [`node_modules/${optional}`]: binding, ...without } = packages;
    const wanted = packages['node_modules/oxc-parser']?.optionalDependencies?.[optional];
    const told = [`node_modules/oxc-parser needs ${optional}@${String(wanted)}`];
    assert.deepEqual(missing(without), told);
    assert.deepEqual(missing({ ...without, [`node_modules/${optional}`]: { ...binding, version: '0.0.1' } }), told);
  });
});

/** What is named and not there. Of ranges, only the name is looked at; a single version has to be that one. */
function missing(packages: Packages): string[] {
  return Object.entries(packages).flatMap(([folder, entry]) =>
    wantedBy(folder, entry).flatMap(([name, range]) => {
      const version = found(packages, folder, name)?.version;
      const fits = version !== undefined && (!EXACT.test(range) || version === range);
      return fits ? [] : [`${folder} needs ${name}@${range}`];
    }),
  );
}

/** Development dependencies are installed for the repository itself only. */
function wantedBy(folder: string, entry: Manifest): [name: string, range: string][] {
  const peers = Object.entries(entry.peerDependencies ?? {}).filter(
    ([name]) => entry.peerDependenciesMeta?.[name]?.optional !== true,
  );
  const own = folder === '' ? entry.devDependencies : {};
  return [...Object.entries({ ...entry.dependencies, ...own, ...entry.optionalDependencies }), ...peers];
}

/** Node looks for a package in the folder itself, then in those around it. */
function found(packages: Packages, folder: string, name: string): Manifest | undefined {
  for (let from = folder; ; from = from.slice(0, Math.max(from.lastIndexOf('/node_modules/'), 0))) {
    const entry = packages[`${from === '' ? '' : `${from}/`}node_modules/${name}`];
    if (entry !== undefined || from === '') return entry;
  }
}
