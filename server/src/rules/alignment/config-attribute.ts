import { truncateName } from '../../base/message-text';
import { nearest } from '../../base/similarity';
import { Part } from '../../model/fact';
import { at } from '../../model/finding';
import {
  attributesGiven,
  mayLackTerms,
  reportWithSuggestion,
  type TermsFact,
  termsOf,
} from '../../systems/steps/public';
import type { FactRule } from '../rule';

export const configAttribute: FactRule<TermsFact> = {
  code: 'alignment/config-attribute',
  severity: 'warning',
  summary: 'A builder reads an attribute that the class of its config does not have.',
  why:
    'Reading it raises AttributeError when the step is built. It comes of fields that were renamed or moved to another config. A config that takes ' +
    'fields which it does not declare (extra="allow") may still be given it by whoever makes it: then this is information. Looked at is the class that the ' +
    'builder annotates its config with, and all that this class derives from; where one of them is out of sight or code gives it ' +
    'attributes, nothing is said. Nor is it of what the builder asks for with hasattr or getattr, or reads in a try.',
  remedy: 'Correct the name, add the field to the config, or read it with getattr and a default.',
  bad: `
#- src/cursus/steps/configs/config_payload_step.py
from pydantic import BaseModel
class PayloadConfig(BaseModel):
    instance_count: int = 1
#- src/cursus/steps/builders/builder_payload_step.py
class PayloadStepBuilder(StepBuilderBase):
    def __init__(self, config: "PayloadConfig"):
        self.config = config
    def create_step(self):
        return Step(self.config.instance_counts)
#                               ^^^^^^^^^^^^^^^ alignment/config-attribute
`,
  good: `
#- src/cursus/steps/configs/config_payload_step.py
from pydantic import BaseModel
class PayloadConfig(BaseModel):
    instance_count: int = 1
#- src/cursus/steps/builders/builder_payload_step.py
class PayloadStepBuilder(StepBuilderBase):
    def __init__(self, config: "PayloadConfig"):
        self.config = config
    def create_step(self):
        return Step(self.config.instance_count)
`,
  over: 'fact',
  kind: 'terms',
  wide: true,
  *check(builder, lookup) {
    if (builder.by !== 'builder' || mayLackTerms(builder)) return;
    const uses = termsOf(builder, 'attribute');
    const given = uses.length === 0 ? undefined : attributesGiven(builder, lookup);
    if (given === undefined) return;
    const { config, members } = given;
    for (const { term, index } of uses) {
      if (members.names.has(term.name) || isOfEveryModel(term.name)) continue;
      const unless = members.extras ? ', unless whoever makes the config gives it that as an extra field' : '';
      const message = `'${truncateName(config.name)}' has no '${truncateName(term.name)}': reading it raises AttributeError${unless}`;
      const meant = nearest(term.name, members.names);
      const report = reportWithSuggestion(at(builder, Part.fieldName(index)), message, meant);
      const related = [{ at: at(config, Part.name), message: 'the class of the config' }];
      yield { ...report, related, ...(members.extras ? { severity: 'info' } : {}) };
    }
  },
};

/** Whether any object has the attribute, or any pydantic model. */
function isOfEveryModel(name: string): boolean {
  return name.startsWith('__') || name.startsWith('model_') || OF_MODELS.has(name);
}

const OF_MODELS: ReadonlySet<string> = new Set([
  'construct',
  'copy',
  'dict',
  'from_orm',
  'json',
  'parse_file',
  'parse_obj',
  'parse_raw',
  'schema',
  'schema_json',
  'update_forward_refs',
  'validate',
]);
