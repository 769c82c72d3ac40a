import type { Explanation } from '../../../model/explanation';
import { Part } from '../../../model/fact';
import type { Lookup } from '../../../model/lookup';
import { closestModule } from '../resolve/dependencies';
import type { DiscoveredModule, DiscoveryRun } from '../resolve/discovery';
import { DEPENDENCY, isDependency, type DependencyFact } from '../facts';
import { moduleKey } from '../keys';

type Edit = Explanation['counterfactuals'][number];

/** The smallest edits that would change what becomes of a module: of what aborts the discovery, of its class, of its ties. */
export function fixesInWords(
  { module, outcome }: DiscoveredModule,
  { aborted, discovery, language }: DiscoveryRun,
  lookup: Lookup,
): Edit[] {
  if (aborted !== undefined && isDependency(aborted.at.fact))
    return dependencyEdits(aborted.at.fact, aborted.code, { discovery, language }, lookup);
  if (aborted !== undefined) return [{ edit: 'repair this place', effect: 'the discovery goes on', at: aborted.at }];
  if (outcome === 'skipped') return skippedEdits(module);
  const users = lookup.readers(moduleKey(discovery, module.id)).filter(isDependency);
  const required = users.find(({ optional }) => !optional);
  if (required === undefined) return [];
  const at = { fact: required, part: Part.fieldValue(DEPENDENCY.module) };
  return [
    { edit: 'remove the file', effect: `the discovery aborts, since ${required.file.path} needs the module`, at },
  ];
}

function dependencyEdits(
  dependency: DependencyFact,
  code: string,
  { discovery, language }: Pick<DiscoveryRun, 'discovery' | 'language'>,
  lookup: Lookup,
): Edit[] {
  const at = { fact: dependency, part: Part.fieldValue(DEPENDENCY.module) };
  const remove = { edit: `remove the dependency on '${dependency.name}'`, effect: 'the discovery gets past it', at };
  if (code === 'CIRCULAR_DEPENDENCY') return [{ ...remove, effect: 'the circle is broken' }];
  if (code !== 'DEPENDENCY_NOT_FOUND') return [remove];
  const meant = closestModule(dependency.name, discovery, language, lookup);
  return [
    ...(meant === undefined
      ? []
      : [{ edit: `change '${dependency.name}' to '${meant}'`, effect: 'the dependency is met', at }]),
    { edit: 'mark it as optional', effect: 'the discovery goes on without it', at },
    remove,
  ];
}

function skippedEdits({ fact, entry, invalid }: DiscoveredModule['module']): Edit[] {
  const at = { fact, part: Part.name };
  if (entry.status === 'ambiguous')
    return entry.candidates.slice(0, 3).map(candidate => ({
      edit: `name '${candidate.name}' as entry_point in the companion`,
      effect: 'that class is registered',
      at: { fact: candidate, part: Part.name },
    }));
  if (entry.status === 'found' && invalid.length > 0)
    return [
      {
        edit: `give '${entry.entry.name}' ${invalid.map(({ attribute }) => attribute).join(' and ')}`,
        effect: 'the module is registered',
        at: { fact: entry.entry, part: Part.name },
      },
    ];
  return entry.status === 'none'
    ? [{ edit: 'add a class with input_schema, output_schema and execute', effect: 'the module is registered', at }]
    : [];
}
