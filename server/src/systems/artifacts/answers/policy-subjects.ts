import type { Lookup } from '../../../model/lookup';
import type { PolicyEntry } from '../../../model/policy';
import type { PolicySubjects } from '../../system';
import { isArtifact, type ArtifactEntry } from '../facts';
import { identityOf } from '../define/identity';
import { loadingOf } from '../define/loading';
import { isSamplePath } from '../layout';
import { registriesOf, registryOf } from '../define/registries';
import { versionPolicyFor } from '../resolve/resolve';

/** Versions of artifacts, with what their metadata states where it is loaded. */
export const policySubjects: PolicySubjects = {
  kinds: ['artifact'],
  entry: (fact, lookup) =>
    isArtifact(fact) && fact.name !== '' && !isSamplePath(fact.file.path) ? entryOf(fact, lookup) : undefined,
  decidingPolicies: (fact, lookup) => ({
    versionPolicy: isArtifact(fact) ? versionPolicyFor(fact, lookup) : undefined,
    precedence: isArtifact(fact) ? registryOf(fact, registriesOf(lookup), lookup)?.by : undefined,
  }),
};

function entryOf(entry: ArtifactEntry, lookup: Lookup): PolicyEntry {
  const { metadata, status } = loadingOf(entry, lookup);
  return {
    ...identityOf(entry, lookup),
    fields: new Map([...entry.fields, ...(metadata?.fields ?? [])].map(({ name, value }) => [name, value])),
    open: metadata === undefined || status !== 'valid' || entry.partial === true || metadata.partial === true,
  };
}
