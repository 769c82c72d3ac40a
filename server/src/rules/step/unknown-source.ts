import { isTestPath } from '../../base/test-paths';
import { truncateName } from '../../base/message-text';
import { editDistance } from '../../base/similarity';
import { Part, type Fact } from '../../model/fact';
import { at } from '../../model/finding';
import type { Lookup } from '../../model/lookup';
import {
  canonicalKey,
  closestStep,
  componentKey,
  isOnlyOldName,
  isReference,
  stepKey,
  reportWithSuggestion,
  nameVerdict,
  workspaceDirectory,
} from '../../systems/steps/public';
import type { KeyRule } from '../rule';

export const unknownSource: KeyRule = {
  code: 'step/unknown-source',
  severity: 'hint',
  judges: 'compatible sources',
  summary: 'A compatible source looks like the name of a step, but is none.',
  why:
    'Sources are candidates for a dependency, and a name that no step has never matches. Names of categories, such as ' +
    'ProcessingStep or DataLoad, are usual there, so only what is one slip away from a step is reported.',
  remedy: 'Correct the name.',
  bad: `
#- src/cursus/registry/step_names.py
STEP_NAMES = {"CurrencyConversion": {"config_class": "CurrencyConversionConfig"}}
#- src/cursus/steps/specs/payment_scoring_spec.py
SPEC = StepSpecification(
    dependencies=[DependencySpec(compatible_sources=["CurencyConversion", "ProcessingStep"])],
#                                                    ^^^^^^^^^^^^^^^^^^^ step/unknown-source
)
`,
  good: `
#- src/cursus/registry/step_names.py
STEP_NAMES = {"CurrencyConversion": {"config_class": "CurrencyConversionConfig"}}
#- src/cursus/steps/specs/payment_scoring_spec.py
SPEC = StepSpecification(
    dependencies=[DependencySpec(compatible_sources=["CurrencyConversion", "ProcessingStep"])],
)
`,
  over: 'key',
  kind: 'step',
  atLeast: { readers: 1 },
  *check(name, lookup) {
    const sources = lookup.readers(stepKey(name)).filter(fact => fact.kind === 'reference' && fact.to === 'source');
    if (sources.length === 0 || name.endsWith('Step') || !isDead(name, lookup)) return;
    for (const fact of sources) {
      const { path } = fact.file;
      if (isTestPath(path) || fact.partial === true) continue;
      const meant = closestStep(name, workspaceDirectory(path), lookup);
      if (meant === undefined || !isSlip(name, meant)) continue;
      yield reportWithSuggestion(
        at(fact, Part.name),
        `No step is called '${truncateName(name)}', and sources are compared letter by letter: this one never matches`,
        meant,
      );
    }
  },
};

/**
 * Whether the resolver of dependencies can meet no step of this name. It compares the spec types of steps letter by letter, and knows no old names.
 */
function isDead(name: string, lookup: Lookup): boolean {
  // What asks the step registry for its own type raises, where there is no such step; what states it as text is met.
  const stated = lookup.providers(componentKey(name)).filter(({ stepType }) => stepType === name);
  const askers = new Set(lookup.readers(stepKey(name)).flatMap(fact => (isAsking(fact) ? [fact.file] : [])));
  if (stated.some(({ file }) => !askers.has(file))) return false;
  const verdict = nameVerdict(name, undefined, lookup);
  return verdict === 'unknown' || (verdict === 'known' && isOnlyOldName(name, lookup));
}

/**
 * Whether a name differs by one letter or in spelling only. Others may be names of categories or of steps elsewhere.
 */
function isSlip(name: string, meant: string): boolean {
  return editDistance(canonicalKey(name), canonicalKey(meant), 1) !== undefined;
}

function isAsking(fact: Fact): boolean {
  return isReference(fact) && fact.to === 'step';
}
