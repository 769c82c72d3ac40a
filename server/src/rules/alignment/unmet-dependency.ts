import { truncateName } from '../../base/message-text';
import { inWords } from '../../base/in-words';
import { Part } from '../../model/fact';
import { at, type Report } from '../../model/finding';
import type { Lookup } from '../../model/lookup';
import {
  hasOutputs,
  isOfCore,
  LEAST_SCORE,
  type Match,
  matchesOf,
  mayLackTerms,
  stepNamedBy,
  stepOf,
  type Term,
  type TermsFact,
  termsOf,
} from '../../systems/steps/public';
import type { FactRule } from '../rule';

export const unmetDependency: FactRule<TermsFact> = {
  code: 'alignment/unmet-dependency',
  severity: 'warning',
  summary: 'No specification has an output that meets a required dependency, or those of its sources have none.',
  why:
    'The resolver of dependencies gives every output of the other steps of a pipeline a score: 0.4 for the type (0.2 for one that will do), 0.2 for what ' +
    'it holds, up to 0.3 for its name or an alias, 0.1 for a step among compatible_sources, 0.05 for keywords; nothing if the type will not do. It takes ' +
    'the best one above 0.5. Where no output of any specification gets there, resolving a pipeline with this step ends with ' +
    'DependencyResolutionError. Where outputs of other steps do, but of the sources that are steps none does, that is a hint: the ' +
    'dependency is met by a step that its author did not mean. Silent where a specification may have more outputs than its text gives, and in workspaces.',
  remedy: 'Correct the type or the name, give the output an alias, or name the steps that have such an output.',
  bad: `
#- src/cursus/registry/step_names.py
STEP_NAMES = {"XGBoostTraining": {"spec_type": "XGBoostTraining"}}
#- src/cursus/steps/specs/package_spec.py
PACKAGE_SPEC = StepSpecification(
    step_type="Package",
    dependencies=[DependencySpec(
        logical_name="model_input",
#                    ^^^^^^^^^^^^^ alignment/unmet-dependency
        dependency_type=DependencyType.HYPERPARAMETERS,
        required=True,
        compatible_sources=["XGBoostTraining"],
    )],
)
#- src/cursus/steps/specs/xgboost_training_spec.py
XGBOOST_TRAINING_SPEC = StepSpecification(
    step_type="XGBoostTraining",
    outputs=[OutputSpec(
        logical_name="model_output",
        output_type=DependencyType.MODEL_ARTIFACTS,
        property_path="properties.ModelArtifacts.S3ModelArtifacts",
    )],
)
`,
  good: `
#- src/cursus/registry/step_names.py
STEP_NAMES = {"XGBoostTraining": {"spec_type": "XGBoostTraining"}}
#- src/cursus/steps/specs/package_spec.py
PACKAGE_SPEC = StepSpecification(
    step_type="Package",
    dependencies=[DependencySpec(
        logical_name="model_input",
        dependency_type=DependencyType.MODEL_ARTIFACTS,
        required=True,
        compatible_sources=["XGBoostTraining"],
    )],
)
#- src/cursus/steps/specs/xgboost_training_spec.py
XGBOOST_TRAINING_SPEC = StepSpecification(
    step_type="XGBoostTraining",
    outputs=[OutputSpec(
        logical_name="model_output",
        output_type=DependencyType.MODEL_ARTIFACTS,
        property_path="properties.ModelArtifacts.S3ModelArtifacts",
    )],
)
`,
  over: 'fact',
  kind: 'terms',
  wide: true,
  *check(specification, lookup) {
    if (specification.by !== 'specification' || mayLackTerms(specification) || !isOfCore(specification)) return;
    for (const { term, index } of termsOf(specification, 'input')) {
      if (term.required !== true || term.isOpen || term.type === undefined) continue;
      const matches = matchesOf(specification, term, lookup);
      if (matches === undefined) return;
      const report = reportOf(term, matches, lookup);
      if (report !== undefined) yield { at: at(specification, Part.fieldName(index)), ...report };
    }
  },
};

function reportOf(term: Term, matches: readonly Match[], lookup: Lookup): Omit<Report, 'at'> | undefined {
  const [best] = matches;
  // Of sources that are no steps of a registry, nothing is known.
  const known = (term.sources ?? []).filter(source => stepNamedBy(source, lookup) !== undefined);
  if (known.length === 0) return undefined;
  const name = truncateName(term.name);
  if (best === undefined || best.score <= LEAST_SCORE) {
    const nearest = best === undefined ? 'none has its type' : `the best is ${described(best)}`;
    return {
      message:
        `No output of any specification meets the required dependency '${name}': ${nearest}, and the resolver takes what scores more than ` +
        `${LEAST_SCORE}. So the dependencies of this step are not resolved`,
      ...relatedTo(best),
    };
  }
  const meant = new Set(known.flatMap(source => stepNamedBy(source, lookup)?.step ?? []));
  const own = matches.filter(({ specification }) => meant.has(stepOf(specification, lookup) ?? ''));
  // Of a source without outputs, the specification is elsewhere or not written to its end.
  if (own.some(({ score }) => score > LEAST_SCORE) || ![...meant].every(step => hasOutputs(step, lookup)))
    return undefined;
  const sources = inWords(
    known.slice(0, 3).map(each => `'${truncateName(each)}'`),
    'or',
  );
  return {
    message: `No output of ${sources} meets the dependency '${name}': the best is ${described(best)}, which is not among its sources`,
    severity: 'hint',
    ...relatedTo(best),
  };
}

/** An output with what it scores: `'model_output' of 'XGBoostTraining', which scores 0.42`. */
function described({ specification, output, score }: Match): string {
  const of = truncateName(specification.stepType ?? specification.name);
  return `'${truncateName(specification.terms[output]?.name ?? '')}' of '${of}', which scores ${score.toFixed(2)}`;
}

function relatedTo(match: Match | undefined): Pick<Report, 'related'> {
  if (match === undefined) return {};
  return { related: [{ at: at(match.specification, Part.fieldName(match.output)), message: 'the best output' }] };
}
