import { truncateName } from '../../base/message-text';
import { breaches, breachInWords, isAbout, policiesOf } from '../../model/policy';
import { SYSTEMS } from '../../systems/index';
import type { FactRule } from '../rule';

const POLICED = SYSTEMS.flatMap(({ answers }) => answers?.policySubjects ?? []);

/** The pack that both examples are judged by. */
const PACK = `#- registry-intelligence.yaml
policies:
  packs: [policies/platform.policy.yaml]
#- policies/platform.policy.yaml
pack: platform
policies:
  - name: no-legacy
    deny: ['Legacy*']
  - name: owned
    for: {kinds: [step], names: ['*Training']}
    require: [description]`;

export const violation: FactRule = {
  code: 'policy/violation',
  severity: 'warning',
  summary: 'A definition is not what a policy pack asks for.',
  why:
    'The run time knows nothing of policies: it loads the definition as it is. The repository has agreed on the policy by ' +
    'naming its pack in registry-intelligence.yaml. The severity is what the pack says for the environment that is set.',
  remedy:
    'Change the definition, or have the policy changed: the finding leads to it. docs/policy-packs.md describes what packs ' +
    'can say, and how exceptions are made.',
  bad: `
${PACK}
#- src/cursus/registry/step_names.py
STEP_NAMES = {
    "LegacyLoad": {"builder_step_name": "LegacyLoadStepBuilder"},
#   ^^^^^^^^^^^^ policy/violation
    "XGBoostTraining": {"builder_step_name": "XGBoostTrainingStepBuilder"},
#   ^^^^^^^^^^^^^^^^^ policy/violation
}
`,
  good: `
${PACK}
#- src/cursus/registry/step_names.py
STEP_NAMES = {
    "Load": {"builder_step_name": "LoadStepBuilder"},
    "XGBoostTraining": {"builder_step_name": "XGBoostTrainingStepBuilder", "description": "Trains"},
}
`,
  over: 'fact',
  kind: POLICED.flatMap(({ kinds }) => kinds),
  // Whose a definition is, and what it is called, is known when everything has been read.
  wide: true,
  *check(fact, lookup) {
    const policies = policiesOf(lookup);
    if (policies.length === 0) return;
    const entry = POLICED.find(({ kinds }) => kinds.includes(fact.kind))?.entry(fact, lookup);
    if (entry === undefined) return;
    for (const each of policies.filter(({ policy }) => isAbout(policy, entry)))
      for (const breach of breaches(each.policy, entry))
        yield {
          at: entry.place,
          severity: each.severity,
          message: breachInWords(breach, entry.name, each),
          related: [{ at: each.at, message: `policy of pack '${truncateName(each.pack.name)}'` }],
        };
  },
};
