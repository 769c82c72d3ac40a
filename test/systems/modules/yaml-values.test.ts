import assert from 'node:assert/strict';
import { discoveryRuns } from '../../../server/src/systems/modules/resolve/discovery';
import { effectiveVersion } from '../../../server/src/systems/modules/resolve/effective-version';
import { workspaceOfFiles } from '../../support/fixture';
import { moduleText } from './module-text';

function runOf(companion: string): { code: string | undefined; version: string | undefined } {
  const files = { 'extensions/m.py': moduleText(), 'extensions/m_meta.yaml': companion };
  const { lookup } = workspaceOfFiles(new Map(Object.entries(files)));
  const [run] = discoveryRuns(lookup);
  const module = run?.modules[0]?.module;
  return { code: run?.aborted?.code, version: module && effectiveVersion(module, lookup) };
}

/** As `str()` of Python 3.11 gives them for what `safe_load` of PyYAML 6 reads. */
const TEXTS = [
  ['2001-12-14t21:59:43.10-05:00', '2001-12-14 21:59:43.100000-05:00'],
  ['2001-12-15 2:59:43.0', '2001-12-15 02:59:43'],
  ['2001-12-14 21:59:43 +5', '2001-12-14 21:59:43+05:00'],
  ['[2001-12-14 21:59:00Z]', '[datetime.datetime(2001, 12, 14, 21, 59, tzinfo=datetime.timezone.utc)]'],
  [
    '[2001-12-14 21:59:43 -5]',
    '[datetime.datetime(2001, 12, 14, 21, 59, 43, tzinfo=datetime.timezone(datetime.timedelta(days=-1, seconds=68400)))]',
  ],
  ['!!omap [a: 1]', "[('a', 1)]"],
] as const;

const CRASHES = [
  ['dependencies: !!pairs [a: 1]\n', 'AttributeError'],
  ['dependencies: !!binary YQ==\n', 'AttributeError'],
  ['dependencies: [{module_id: m, version: !!binary YQ==}]\n', 'TypeError'],
  ['dependencies: [{module_id: !!set {a}}]\n', 'DEPENDENCY_NOT_FOUND'],
  ['dependencies: [{module_id: [a]}]\n', 'TypeError'],
  ['examples: !!pairs [a: 1]\n', 'TypeError'],
  ['examples: !!binary ""\n', undefined],
  ['annotations: {extra: !!omap [a: 1]}\n', undefined],
] as const;

describe('values of a companion as Python has them', () => {
  for (const [text, version] of TEXTS)
    it(`the text of ${text}`, () => assert.equal(runOf(`version: ${text}\n`).version, version));
  for (const [text, code] of CRASHES)
    it(`${text.trim()} ends in ${code ?? 'nothing'}`, () => assert.equal(runOf(text).code, code));
});
