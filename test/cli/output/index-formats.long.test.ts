import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Index } from '@c4312/scip/scip_pb';
import { lsif } from '../../../server/src/cli/output/lsif';
import { scip } from '../../../server/src/cli/output/scip';
import { codeIndex } from '../../../server/src/features/export/code-index';
import { makeTree } from '../../support/disk';
import { askEverywhere, loaded, place, SAMPLES, type Asked } from '../../support/indexed';
import { checkLsif, lsifStore } from '../../support/lsif';
import { checkScip, DEFINITION, descriptorsOf, readScip } from '../../support/scip';
import { someOf } from '../../support/seed';

describe('the indexes of the examples and of all sample repositories', function () {
  this.timeout(600_000);

  for (const sample of someOf(SAMPLES, 4))
    it(`have what the server finds in ${path.basename(sample)}, and no more`, async () => {
      const workspace = await loaded(sample);
      const folder = makeTree({});
      const root = pathToFileURL(sample).href;
      const files = { scip: path.join(folder, 'index.scip'), lsif: path.join(folder, 'dump.lsif') };
      fs.writeFileSync(files.scip, Buffer.concat([...scip(codeIndex(workspace), root, '1.2.3')]));
      fs.writeFileSync(files.lsif, [...lsif(codeIndex(workspace), root, '1.2.3')].join(''));
      const asked = await askEverywhere(workspace);

      const index = readScip(files.scip);
      checkScip(index);
      sameAsScip(asked, index);
      checkTexts(index, file => workspace.text(file)!);

      checkLsif(files.lsif);
      const store = await lsifStore(files.lsif);
      const uriOf = (file: string): string => `${root}/${file.split('/').map(encodeURIComponent).join('/')}`;
      const pathOf = (uri: string): string => decodeURIComponent(uri.slice(root.length + 1));
      for (const { path: file, start, found, isWhole, at } of asked) {
        const position = { line: start.line, character: start.column };
        const said = store.references(uriOf(file), position, { includeDeclaration: true }) ?? [];
        const places = said.map(({ uri, range }) => place(pathOf(uri), columns(range.start), columns(range.end)));
        compare(
          places,
          found.map(each => each.replace(' *', '')),
          isWhole,
          at,
        );
      }
    });
});

/** Of a symbol, with those that say that their references are its own, too. */
function sameAsScip(asked: readonly Asked[], { documents, externalSymbols }: Index): void {
  const described = [...documents.flatMap(each => each.symbols), ...externalSymbols];
  const wholes = new Map<string, string[]>();
  for (const { symbol, relationships } of described)
    wholes.set(
      symbol,
      relationships.filter(each => each.isReference).map(each => each.symbol),
    );
  const found = new Map<string, string[]>();
  const at = new Map<string, string[]>();
  for (const { relativePath, occurrences } of documents)
    for (const { range, symbol, symbolRoles } of occurrences) {
      const [line, column, ...last] = range as [number, number, number, number?];
      const end = last.length === 1 ? { line, column: last[0] } : { line: last[0], column: last[1]! };
      const isDefinition = symbolRoles === DEFINITION;
      const here = place(relativePath, { line, column }, end);
      for (const each of [symbol, ...(wholes.get(symbol) ?? [])])
        found.set(each, [...(found.get(each) ?? []), isDefinition ? `${here} *` : here]);
      at.set(here, [...(at.get(here) ?? []), symbol]);
    }
  const met = new Set<string>();
  for (const { at: here, found: wanted, isWhole } of asked) {
    const symbols = at.get(here) ?? [];
    for (const each of symbols) met.add(each);
    const [symbol] = symbols;
    const whole = symbol === undefined ? undefined : overridden(symbol);
    compare(whole === undefined ? [] : found.get(whole)!, wanted, isWhole, here);
  }
  for (const symbol of wholes.keys()) assert.ok(met.has(symbol), `nobody can ask for ${symbol}`);

  function overridden(symbol: string): string {
    const own = described.find(each => each.symbol === symbol);
    return own?.relationships.find(each => each.isImplementation)?.symbol ?? symbol;
  }
}

/**
 * What else than its name a text can say of a thing: what its metadata calls an artifact, a version or a path of it; the class
 * of a module; an import out of a workspace.
 */
const OTHERWISE: Readonly<Record<string, (text: string, name: string) => boolean>> = {
  'artifact/artifact-name': text => /^[^\s'"]+$/.test(text),
  'module/module': text => /^\w+$|:\w+$|\.(?:py|ts)$/.test(text),
  // A name that code puts together.
  'step/step': text => text.includes(' + '),
  'step/workspace': (text, name) => text.includes(`.${name}.`),
};

function checkTexts({ documents }: Index, textOf: (file: string) => string): void {
  for (const { relativePath, occurrences } of documents) {
    const lines = textOf(relativePath).split(/\r\n|\r|\n/);
    for (const { range, symbol } of occurrences) {
      assert.equal(range.length, 3, 'names are on one line');
      const text = lines[range[0]!]!.slice(range[1], range[2]);
      const [system, kind, name] = descriptorsOf(symbol) as [string, string, string];
      const isName = text.replace(/^["']/, '') === name || name.endsWith(`/${text}`) || unescaped(text) === name;
      const isKnown = isName || OTHERWISE[`${system}/${kind}`]?.(text, name);
      assert.ok(isKnown, `${relativePath}: '${text}' for ${symbol}`);
    }
  }
}

/** Of a Python or YAML string; halves of pairs are spelled out in symbols. */
function unescaped(text: string): string {
  return text.replace(/\\(?:u([0-9a-f]{4})|x([0-9a-f]{2})|(.))/gi, (_, u?: string, x?: string, other?: string) =>
    other === undefined
      ? String.fromCharCode(parseInt((u ?? x)!, 16))
      : ({ n: '\n', t: '\t', r: '\r', '0': '\0' }[other] ?? other),
  );
}

function compare(said: readonly string[], wanted: readonly string[], isWhole: boolean, at: string): void {
  if (isWhole) assert.deepEqual([...said].sort(), wanted, at);
  else for (const each of wanted) assert.ok(said.includes(each), `${each} at ${at}`);
}

function columns({ line, character }: { line: number; character: number }): { line: number; column: number } {
  return { line, column: character };
}
