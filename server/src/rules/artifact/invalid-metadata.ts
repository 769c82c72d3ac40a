import { truncateName } from '../../base/message-text';
import { EXPECTED_METADATA } from '../../generated/artifact-fields';
import { Part, type SourceFile } from '../../model/fact';
import { fieldOf } from '../../model/fields';
import { at, type Report } from '../../model/finding';
import type { Fix } from '../../model/fix';
import type { Lookup } from '../../model/lookup';
import {
  type ArtifactEntry,
  entriesOf,
  type Home,
  isMarkedWip,
  isMetadata,
  isPlaceholder,
  isSamplePath,
  isTemplate,
  labelOf,
  listInWords,
  METADATA_ROOT,
  METADATA_SYNTAX,
  type MetadataFact,
  missingFields,
  normalVersion,
  ownHome,
  PUBLISHED,
  type RequiredField,
  unpublishedKey,
} from '../../systems/artifacts/public';
import type { FileRule } from '../rule';

export const invalidMetadata: FileRule = {
  code: METADATA_SYNTAX,
  severity: 'error',
  summary: 'A metadata file lacks what loaders ask for.',
  why:
    'Loaders read the metadata of each registered version and need a mapping with name, version and schema_version; otherwise the ' +
    'version is noted as invalid (“Missing required metadata fields”). What only the published schema of nodes asks for is said as ' +
    'information, and once where several files break it alike: no loader checks it. A version with the marker .wip is not checked at all.',
  remedy: 'Add the field; the quick fix knows the name and the version from the registry.',
  bad: `
#- src/onex/registry/registry.yaml
cli_tools:
  - name: onex
    versions:
      - version: 1.0.0
        path: src/onex/cli_tools/onex/v1_0_0
        metadata_file: cli_tool.yaml
        status: active
#- src/onex/cli_tools/onex/v1_0_0/cli_tool.yaml
name: onex
#     ^^^^ artifact/invalid-metadata
version: 1.0.0
`,
  good: `
#- src/onex/registry/registry.yaml
cli_tools:
  - name: onex
    versions:
      - version: 1.0.0
        path: src/onex/cli_tools/onex/v1_0_0
        metadata_file: cli_tool.yaml
        status: active
#- src/onex/cli_tools/onex/v1_0_0/cli_tool.yaml
name: onex
version: 1.0.0
schema_version: 0.1.0
`,
  over: 'file',
  wide: true,
  *check(file, lookup) {
    const metadata = file.facts.find(isMetadata);
    if (metadata === undefined || isSamplePath(file.path)) return;
    const home = ownHome(metadata, lookup);
    if (home === undefined) return;
    const [entry] = entriesOf(metadata, lookup);
    const said = saidOf(entry, home);
    const isWip = isMarkedWip(home.folder, lookup);
    const [damage] = file.problems.filter(({ code }) => code === METADATA_SYNTAX);
    if (metadata.strangeKey !== undefined && damage === undefined)
      yield {
        at: at(metadata, Part.name),
        message: `The key ${truncateName(metadata.strangeKey)} is no text, so ${said.outcome}; put it in quotes`,
        ...said.weight,
      };
    if (isWip) return;
    if (damage !== undefined)
      yield { at: { file, span: damage.span }, message: `${damage.message}: ${said.outcome}`, ...said.weight };
    else if (metadata.shape === 'other')
      yield {
        at: at(metadata, Part.name),
        message: `Metadata has to be a mapping with name, version and schema_version: ${said.outcome}`,
        ...said.weight,
      };
    else if (metadata.partial !== true) yield* checkFields(file, metadata, { home, said }, lookup);
  },
};

interface Said {
  /** What becomes of the version, as the end of a sentence. */
  readonly outcome: string;
  /** Of a version that no registry lists nothing is lost, so it is no error. */
  readonly weight: { readonly severity?: 'warning' };
}

function saidOf(entry: ArtifactEntry | undefined, home: Home): Said {
  if (entry !== undefined) return { outcome: `'${labelOf(entry)}' is not loaded`, weight: {} };
  const label = `${truncateName(home.name)} ${normalVersion(home.version)}`;
  return { outcome: `'${label}' would not load if a registry listed it`, weight: { severity: 'warning' } };
}

/** Whether what breaks the published schema is said of a metadata file that may be released. */
function hasNotes(metadata: MetadataFact, field: string, lookup: Lookup): boolean {
  const home = isPlaceholder(metadata, field) ? undefined : ownHome(metadata, lookup);
  return home !== undefined && !isMarkedWip(home.folder, lookup);
}

function* checkFields(
  file: SourceFile,
  metadata: MetadataFact,
  { home, said }: { readonly home: Home; readonly said: Said },
  lookup: Lookup,
): Iterable<Report> {
  const absent = missingFields(metadata);
  if (absent.length > 0)
    yield {
      at: at(metadata, Part.name),
      message: `${listInWords(absent)} ${absent.length === 1 ? 'is' : 'are'} missing, so ${said.outcome}`,
      ...said.weight,
      fixes: fixes(file, absent, home),
    };
  if (metadata.isScaffold === true) return;
  for (const { code, span, message } of file.problems) {
    const field = code.startsWith(`${PUBLISHED} `) ? code.slice(PUBLISHED.length + 1) : undefined;
    if (field === undefined || isPlaceholder(metadata, field)) continue;
    // What many files have in common is said once, of the first.
    const same = lookup.providers(unpublishedKey(message));
    if (same.find(each => hasNotes(each, field, lookup)) !== metadata) continue;
    const other = same.find(each => each !== metadata && hasNotes(each, field, lookup));
    const where = other === undefined ? '' : ` (here and in ${truncateName(other.file.path)}, among others)`;
    yield {
      at: { file, span },
      message: `${message}, says the published schema${where}; no loader checks it`,
      severity: 'info',
    };
  }
  if (!file.path.includes('.onex.') || isTemplate(home.name)) return;
  const expected = EXPECTED_METADATA.filter(field => fieldOf(metadata, field) === undefined);
  if (expected.length > 0)
    yield {
      at: at(metadata, Part.name),
      message: `The published schema of nodes also asks for ${listInWords(expected)}; no loader checks it`,
      severity: 'info',
    };
}

function fixes(file: SourceFile, absent: readonly RequiredField[], home: Home): Fix[] {
  const root = file.facts.find(({ kind }) => kind === METADATA_ROOT);
  if (root === undefined) return [];
  const values = {
    name: home.name,
    version: normalVersion(home.version),
    schema_version: '0.1.0',
  };
  return absent
    .filter(name => values[name] !== '')
    .map(name => ({
      title: `Add '${name}'`,
      safe: false,
      edits: [{ do: 'add-field', fact: root, name, value: values[name] }],
    }));
}
