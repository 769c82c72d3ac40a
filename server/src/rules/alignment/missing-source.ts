import { truncateName } from '../../base/message-text';
import { inWords } from '../../base/in-words';
import { Part } from '../../model/fact';
import { at } from '../../model/finding';
import { isOfCore, mayLackTerms, siblingsLeftOut, type TermsFact, termsOf } from '../../systems/steps/public';
import type { FactRule } from '../rule';

const STEPS = `
#- src/cursus/registry/step_names.py
STEP_NAMES = {
    "PyTorchTraining": {"spec_type": "PyTorchTraining"},
    "XGBoostTraining": {"spec_type": "XGBoostTraining"},
    "LightGBMTraining": {"spec_type": "LightGBMTraining"},
    "CatBoostTraining": {"spec_type": "CatBoostTraining"},
}
#- src/cursus/steps/specs/training_specs.py
A = StepSpecification(step_type="PyTorchTraining", outputs=[OutputSpec(logical_name="model", output_type="model_artifacts")])
B = StepSpecification(step_type="XGBoostTraining", outputs=[OutputSpec(logical_name="model", output_type="model_artifacts")])
C = StepSpecification(step_type="LightGBMTraining", outputs=[OutputSpec(logical_name="model", output_type="model_artifacts")])
D = StepSpecification(step_type="CatBoostTraining", outputs=[OutputSpec(logical_name="model", output_type="model_artifacts")])
`;

export const missingSource: FactRule<TermsFact> = {
  code: 'alignment/missing-source',
  severity: 'hint',
  summary:
    'A dependency names all but a few of the steps that have the same output and do the same kind of work as its sources.',
  why:
    'Who adds a step seldom finds each specification that lists its siblings in compatible_sources. A source that is not listed still meets the ' +
    'dependency if its output scores enough by name and type, but another step of the pipeline may score more. Siblings are steps whose names end in ' +
    'the same word and that have an output of the same name and type, which is the type of the dependency. Said where at least three of them are ' +
    'sources, and for each that is not there are three that are; silent where a source is no step, such as a category. It is a hint, since a step ' +
    'may be left out on purpose.',
  remedy: 'Add the step to compatible_sources, or leave the list as it is if it is not meant.',
  bad: `${STEPS}#- src/cursus/steps/specs/package_spec.py
PACKAGE_SPEC = StepSpecification(
    step_type="Package",
    dependencies=[DependencySpec(
        logical_name="model_input",
#                    ^^^^^^^^^^^^^ alignment/missing-source
        dependency_type=DependencyType.MODEL_ARTIFACTS,
        compatible_sources=["PyTorchTraining", "XGBoostTraining", "LightGBMTraining"],
    )],
)
`,
  good: `${STEPS}#- src/cursus/steps/specs/package_spec.py
PACKAGE_SPEC = StepSpecification(
    step_type="Package",
    dependencies=[DependencySpec(
        logical_name="model_input",
        dependency_type=DependencyType.MODEL_ARTIFACTS,
        compatible_sources=["PyTorchTraining", "XGBoostTraining", "LightGBMTraining", "CatBoostTraining"],
    )],
)
`,
  over: 'fact',
  kind: 'terms',
  wide: true,
  *check(specification, lookup) {
    if (specification.by !== 'specification' || mayLackTerms(specification) || !isOfCore(specification)) return;
    for (const { term, index } of termsOf(specification, 'input'))
      for (const { listed, missing, output } of siblingsLeftOut(specification, term, lookup)) {
        const names = (steps: readonly string[]): string =>
          inWords(
            steps.slice(0, 4).map(each => `'${truncateName(each)}'`),
            'and',
          );
        const are = missing.length === 1 ? 'is not' : 'are not';
        yield {
          at: at(specification, Part.fieldName(index)),
          message:
            `${names(missing)} ${are} among the sources of '${truncateName(term.name)}', and ${names(listed)} are, ` +
            `which have the same output '${truncateName(output)}'`,
        };
      }
  },
};
