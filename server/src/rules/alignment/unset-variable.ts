import { truncateName } from '../../base/message-text';
import { Part } from '../../model/fact';
import { at } from '../../model/finding';
import {
  attributesGiven,
  configOfContract,
  giverOfContract,
  isOfPlatform,
  mayLackTerms,
  nearestTerm,
  renameTerm,
  scriptOfContract,
  type TermsFact,
  termsOf,
} from '../../systems/steps/public';
import type { FactRule } from '../rule';

export const unsetVariable: FactRule<TermsFact> = {
  code: 'alignment/unset-variable',
  severity: 'hint',
  summary: 'A contract requires an environment variable that neither the builder nor the config gives.',
  why:
    'Of each variable that the contract requires, the builder asks the config for the attribute with the same name in lower case. Where the config ' +
    'has none, and neither of the two sets the variable itself, a warning is logged and the script starts without it. This is a hint, since a base class ' +
    'of the builder may do otherwise, and a config that takes fields which it does not declare (extra="allow") may be given one by whoever makes it. Silent where code decides ' +
    'which variables are given, where the config has hyperparameters, and where a class that the config derives from is out of sight.',
  remedy: 'Give the config the field, set the variable in the builder, or take it out of the contract.',
  bad: `
#- src/cursus/steps/contracts/payload_contract.py
PAYLOAD_CONTRACT = ScriptContract(entry_point="payload.py", required_env_vars=["LABEL_FIELD", "TIME_FIELD"])
#                                                                                             ^^^^^^^^^^^^ alignment/unset-variable
#- src/cursus/steps/configs/config_payload_step.py
from pydantic import BaseModel
class PayloadConfig(BaseModel):
    label_field: str
#- src/cursus/steps/builders/builder_payload_step.py
class PayloadStepBuilder(StepBuilderBase):
    def __init__(self, config: "PayloadConfig"):
        self.config = config
    def create_step(self):
        return Step(env=self._get_environment_variables())
`,
  good: `
#- src/cursus/steps/contracts/payload_contract.py
PAYLOAD_CONTRACT = ScriptContract(entry_point="payload.py", required_env_vars=["LABEL_FIELD", "TIME_FIELD"])
#- src/cursus/steps/configs/config_payload_step.py
from pydantic import BaseModel
class PayloadConfig(BaseModel):
    label_field: str
#- src/cursus/steps/builders/builder_payload_step.py
class PayloadStepBuilder(StepBuilderBase):
    def __init__(self, config: "PayloadConfig"):
        self.config = config
    def _get_environment_variables(self):
        env_vars = super()._get_environment_variables()
        env_vars["TIME_FIELD"] = "time"
        return env_vars
`,
  over: 'fact',
  kind: 'terms',
  wide: true,
  *check(contract, lookup) {
    if (contract.by !== 'contract' || mayLackTerms(contract) || contract.open.includes('variable')) return;
    const required = termsOf(contract, 'variable').filter(({ term }) => term.required === true);
    const giver = required.length === 0 ? undefined : giverOfContract(contract, lookup);
    if (giver === undefined) return;
    const givers = [giver, configOfContract(contract, lookup)].flatMap(fact => fact ?? []);
    if (givers.some(each => each.open.includes('variable') || mayLackTerms(each))) return;
    const given = attributesGiven(giver, lookup);
    if (given === undefined || ['hyperparameters', 'env'].some(name => given.members.names.has(name))) return;
    const mentioned = new Set(givers.flatMap(each => termsOf(each, 'variable').map(({ term }) => term.name)));
    const script = scriptOfContract(contract, lookup);
    const read = new Set(script && termsOf(script, 'variable').map(({ term }) => term.name));
    const listed = new Set(termsOf(contract, 'variable').map(({ term }) => term.name));
    for (const { term, index } of required) {
      // What the script does not mention is said to be of no use, and nothing is amiss without it.
      if (script !== undefined && !read.has(term.name)) continue;
      if (mentioned.has(term.name) || given.members.names.has(term.name.toLowerCase()) || isOfPlatform(term.name))
        continue;
      const config = truncateName(given.config.name);
      const unless = given.members.extras ? ', unless whoever makes the config gives it that as an extra field' : '';
      const meant = nearestTerm(term.name, giver, 'variable', each => !listed.has(each.name));
      yield {
        at: at(contract, Part.fieldName(index)),
        message:
          `Nothing gives the script '${truncateName(term.name)}': '${config}' has no '${truncateName(term.name.toLowerCase())}', ` +
          `and the ${giver.by} does not set the variable${unless}`,
        related: [{ at: at(giver, Part.whole), message: `the ${giver.by}` }],
        fixes: meant === undefined ? [] : [renameTerm(contract, index, meant.term.name)],
      };
    }
  },
};
