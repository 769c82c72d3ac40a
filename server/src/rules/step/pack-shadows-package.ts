import { truncateName } from '../../base/message-text';
import { Part } from '../../model/fact';
import { at } from '../../model/finding';
import { headerOf, stepKey } from '../../systems/steps/public';
import type { KeyRule } from '../rule';

export const packShadowsPackage: KeyRule = {
  code: 'step/pack-shadows-package',
  severity: 'warning',
  summary: 'A step pack repeats a step of the package.',
  why:
    'The two loaders disagree about such a step: the registry takes the row of the pack (with the warning “pack steps shadow ' +
    'existing package steps”), while the interface is loaded from the package. Config and builder of one then meet the ' +
    'contract of the other.',
  remedy: 'Give the step of the pack a name of its own.',
  bad: `
#- src/cursus/steps/interfaces/payload.step.yaml
step_type: Payload
#- step_pack/interfaces/payload.step.yaml
step_type: Payload
#          ^^^^^^^ step/pack-shadows-package
`,
  good: `
#- src/cursus/steps/interfaces/payload.step.yaml
step_type: Payload
#- step_pack/interfaces/payload.step.yaml
step_type: FastPayload
`,
  over: 'key',
  kind: 'step',
  atLeast: { providers: 2 },
  *check(name, lookup) {
    const rows = lookup.providers(stepKey(name));
    if (rows.length < 2) return;
    const own = rows.find(row => headerOf(row)?.form === 'interface');
    if (own === undefined) return;
    for (const row of rows)
      if (headerOf(row)?.form === 'pack')
        yield {
          at: at(row, Part.name),
          message: `'${truncateName(name)}' is a step of the package, too: the registry takes this one, the interface of the package is loaded all the same`,
          related: [{ at: at(own, Part.name), message: 'the step of the package' }],
        };
  },
};
