import { truncateName } from '../../base/message-text';
import { Part } from '../../model/fact';
import type { Fix } from '../../model/fix';
import { at } from '../../model/finding';
import { stringEdit, type TermsFact, termsOf, withOutput } from '../../systems/steps/public';
import type { FactRule } from '../rule';

export const propertyPath: FactRule<TermsFact> = {
  code: 'alignment/property-path',
  severity: 'warning',
  summary: 'The property path of an output leads to another output of the processing job.',
  why:
    'The step that takes an output finds it by its property path. Builders name the outputs of a processing job by their logical names, so that ' +
    'a path such as properties.ProcessingOutputConfig.Outputs["x"] of an output that is not called x leads to another output, or to ' +
    'none: then building the pipeline fails, or the wrong data is taken. Only a builder that gives the output that name itself makes it right. Paths ' +
    'of other kinds are left alone.',
  remedy: 'Write the logical name of the output into its property path.',
  bad: `
#- src/cursus/steps/specs/package_spec.py
PACKAGE_SPEC = StepSpecification(
    step_type="Package",
    outputs=[OutputSpec(
        logical_name="packaged_model",
        property_path="properties.ProcessingOutputConfig.Outputs['PackagedModel'].S3Output.S3Uri",
#                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ alignment/property-path
    )],
)
`,
  good: `
#- src/cursus/steps/specs/package_spec.py
PACKAGE_SPEC = StepSpecification(
    step_type="Package",
    outputs=[OutputSpec(
        logical_name="packaged_model",
        property_path="properties.ProcessingOutputConfig.Outputs['packaged_model'].S3Output.S3Uri",
    )],
)
`,
  over: 'fact',
  kind: 'terms',
  *check(fact) {
    if (fact.partial === true) return;
    for (const { term, index } of termsOf(fact, 'property')) {
      const named = /\.ProcessingOutputConfig\.Outputs\[["']([^"'\]]*)["']\]/.exec(term.name)?.[1];
      if (named === undefined || named === term.output) continue;
      yield {
        at: at(fact, Part.fieldName(index)),
        message:
          `This path leads to the output '${truncateName(named)}' of the processing job, but this output is called ` +
          `'${truncateName(term.output ?? '')}': a step that takes it finds it only if the builder names it so`,
        fixes: leadTo(fact, index, named),
      };
    }
  },
};

/** Has a path lead to the output that it belongs to. */
function leadTo(fact: TermsFact, index: number, named: string): Fix[] {
  const { name: path = '', output = '' } = fact.terms[index] ?? {};
  if (!/^[\w.-]+$/.test(output)) return [];
  const edits = [stringEdit(fact, index, withOutput(path, named, output))];
  return [{ title: `Have the path lead to '${truncateName(output)}'`, safe: false, edits }];
}
