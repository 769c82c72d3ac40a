import { truncateName } from '../../base/message-text';
import { Part } from '../../model/fact';
import { at } from '../../model/finding';
import { mayLackTerms, removeTerm, type TermsFact } from '../../systems/steps/public';
import type { FactRule } from '../rule';

export const duplicateName: FactRule<TermsFact> = {
  code: 'alignment/duplicate-name',
  severity: 'error',
  summary: 'A specification gives a logical name or an alias twice.',
  why:
    'A specification refuses two dependencies or two outputs with one logical name, and an alias that is the logical name or an alias of ' +
    'another output, or the logical name of its own; of aliases and outputs, upper and lower case are the same. It raises when its module is ' +
    'imported (“Alias … conflicts with existing name or alias”), so that no builder that imports it gets the specification. An alias ' +
    'that one output repeats is dropped without an error. Interfaces allow all of this.',
  remedy: 'Take the alias out, or give one of the two another name.',
  bad: `
#- src/cursus/steps/specs/package_spec.py
PACKAGE_SPEC = StepSpecification(
    step_type="Package",
    outputs=[
        OutputSpec(logical_name="packaged_model", aliases=["model", "PackagedModel"]),
        OutputSpec(logical_name="manifest", aliases=["Model"]),
#                                                    ^^^^^^^ alignment/duplicate-name
    ],
)
`,
  good: `
#- src/cursus/steps/specs/package_spec.py
PACKAGE_SPEC = StepSpecification(
    step_type="Package",
    outputs=[
        OutputSpec(logical_name="packaged_model", aliases=["model", "PackagedModel"]),
        OutputSpec(logical_name="manifest", aliases=["model_manifest"]),
    ],
)
`,
  over: 'fact',
  kind: 'terms',
  *check(specification) {
    if (specification.by !== 'specification' || specification.inInterface || mayLackTerms(specification)) return;
    const [inputs, outputs] = [new Map<string, Named>(), new Map<string, Named>()];
    for (const [index, term] of specification.terms.entries()) {
      if (term.of !== 'input' && term.of !== 'output' && term.of !== 'alias') continue;
      const names = term.of === 'input' ? inputs : outputs;
      const name = term.of === 'input' ? term.name : term.name.trim().toLowerCase();
      const first = names.get(name);
      if (first === undefined) names.set(name, { index, isAlias: term.of === 'alias', output: term.output });
      if (first === undefined || name === '') continue;
      // An output drops an alias that it has already.
      if (term.of === 'alias' && first.isAlias && first.output === term.output) continue;
      const what = term.of === 'alias' ? 'alias' : term.of === 'input' ? 'dependency' : 'output';
      yield {
        at: at(specification, Part.fieldName(index)),
        message: `The ${what} '${truncateName(term.name)}' is given already, so importing this specification stops with ValueError`,
        related: [{ at: at(specification, Part.fieldName(first.index)), message: 'given here' }],
        fixes: term.of === 'alias' ? [removeTerm(specification, index)] : [],
      };
    }
  },
};

/** Where a name stands among the terms, and whether it is an alias of which output. */
interface Named {
  readonly index: number;
  readonly isAlias: boolean;
  readonly output: string | undefined;
}
