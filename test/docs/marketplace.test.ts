import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';

const repository = path.resolve(import.meta.dirname, '../..');
const read = (file: string): string => fs.readFileSync(path.join(repository, file), 'utf8');

interface Manifest {
  readonly icon: string;
  readonly homepage: string;
  readonly bugs: { readonly url: string };
  readonly galleryBanner: { readonly color: string };
  readonly keywords: readonly string[];
}

describe('the page in the marketplace', () => {
  const shipped = read('.vscodeignore')
    .split('\n')
    .flatMap(line => (line.startsWith('!') ? [line.slice(1)] : []));

  it('has an icon, a banner, addresses and no more keywords than are shown', () => {
    const { icon, homepage, bugs, galleryBanner, keywords } = JSON.parse(read('package.json')) as Manifest;
    assert.ok(shipped.includes(icon), icon);
    const png = fs.readFileSync(path.join(repository, icon));
    assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [256, 256]);
    assert.ok(
      homepage.startsWith('https://') && bugs.url.startsWith('https://') && galleryBanner.color.startsWith('#'),
    );
    assert.ok(keywords.length <= 30);
  });

  it('shows pictures that are in the package, the first one before any heading', () => {
    const readme = read('README.md');
    const pictures = [...readme.matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].flatMap(([, at]) => at ?? []);
    assert.deepEqual(
      pictures.filter(at => !shipped.includes(at)),
      [],
    );
    assert.ok(readme.indexOf('![') < readme.indexOf('\n## '));
    assert.ok(readme.indexOf('Open a repository') < readme.indexOf('npm install'));
  });

  it('links to files that are there', () => {
    const links = [...read('README.md').matchAll(/\]\(([^):#]+)(?:#[^)]*)?\)/g)].flatMap(([, at]) => at ?? []);
    assert.deepEqual(
      links.filter(at => !fs.existsSync(path.join(repository, at))),
      [],
    );
  });
});
