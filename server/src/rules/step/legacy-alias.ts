import { isTestPath } from '../../base/test-paths';
import { truncateName } from '../../base/message-text';
import { Part } from '../../model/fact';
import { at } from '../../model/finding';
import {
  aliasKey,
  answerToUnknown,
  isReference,
  type ReferenceFact,
  replacementFix,
  stepKey,
} from '../../systems/steps/public';
import type { KeyRule } from '../rule';

export const legacyAlias: KeyRule = {
  code: 'step/legacy-alias',
  severity: 'hint',
  summary: 'Code uses an old name of a step.',
  why:
    'The builder registry still understands the names in LEGACY_ALIASES, but nothing else does: configs, specifications and ' +
    'lookups by step name know the new one only.',
  remedy: 'Use the new name.',
  bad: `
#- src/cursus/registry/step_names.py
STEP_NAMES = {"Package": {"builder_step_name": "PackageStepBuilder"}}
#- src/cursus/registry/builder_registry.py
class StepBuilderRegistry:
    LEGACY_ALIASES = {"MIMSPackaging": "Package"}
#- pipelines/deploy.py
from cursus.registry import register_builder

register_builder("MIMSPackaging")
#                ^^^^^^^^^^^^^^^ step/legacy-alias
`,
  good: `
#- src/cursus/registry/step_names.py
STEP_NAMES = {"Package": {"builder_step_name": "PackageStepBuilder"}}
#- src/cursus/registry/builder_registry.py
class StepBuilderRegistry:
    LEGACY_ALIASES = {"MIMSPackaging": "Package"}
#- pipelines/deploy.py
from cursus.registry import register_builder

register_builder("Package")
`,
  over: 'key',
  kind: 'step',
  atLeast: { readers: 1 },
  *check(name, lookup) {
    const uses = lookup
      .readers(stepKey(name))
      .filter(isReference)
      .filter(fact => fact.to === 'step' && answerToUnknown(fact) !== undefined && !understandsOldNames(fact));
    if (uses.length === 0 || lookup.providers(stepKey(name)).length > 0) return;
    const [alias] = lookup.providers(aliasKey(name));
    if (alias === undefined) return;
    const target = truncateName(alias.target);
    for (const fact of uses) {
      if (fact.partial === true || fact.file.incomplete || isTestPath(fact.file.path)) continue;
      const place = at(fact, Part.name);
      yield {
        at: place,
        message: `'${truncateName(name)}' is an old name of '${target}' that only the builder registry understands: ${consequence(fact)}`,
        related: [{ at: at(alias, Part.name), message: 'renamed here' }],
        fixes: [replacementFix(alias.target, place)],
        tag: 'deprecated',
      };
    }
  },
};

/** The builder registry replaces an old name that it is asked for, but registers under the name that it is given. */
function understandsOldNames({ api }: ReferenceFact): boolean {
  return api === 'get_builder_for_step_type' || api === 'get_config_types_for_step_type';
}

function consequence(fact: ReferenceFact): string {
  return fact.api === 'register_builder' || fact.api === 'register_global_builder'
    ? 'look-ups by the new name do not find what is registered here'
    : `${answerToUnknown(fact)}; use the new name`;
}
