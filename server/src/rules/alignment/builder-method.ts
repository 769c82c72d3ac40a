import { inWords } from '../../base/in-words';
import { truncateName } from '../../base/message-text';
import { classKey } from '../../model/class-outline';
import { Part } from '../../model/fact';
import { at } from '../../model/finding';
import { classesByPlace, isStep, membersOf, textOf } from '../../systems/steps/public';
import type { KeyRule } from '../rule';

export const builderMethod: KeyRule = {
  code: 'alignment/builder-method',
  severity: 'error',
  summary: 'A builder lacks a method that its base class leaves to it.',
  why:
    'The base class marks methods with @abstractmethod that every builder has to write; which ones, differs from version to version. Python makes no ' +
    "object of a class that lacks one: building a pipeline with this step stops with TypeError (“Can't instantiate abstract class”). It " +
    'comes of methods that were renamed, or added to the base later. Where a base class is out of sight, nothing is said.',
  remedy: 'Write the method, or correct its name.',
  bad: `
#- src/cursus/registry/step_names.py
STEP_NAMES = {"Payload": {"builder_step_name": "PayloadStepBuilder"}}
#- src/cursus/core/base/builder_base.py
from abc import ABC, abstractmethod
class StepBuilderBase(ABC):
    @abstractmethod
    def create_step(self): ...
#- src/cursus/steps/builders/builder_payload_step.py
from ...core.base.builder_base import StepBuilderBase
class PayloadStepBuilder(StepBuilderBase):
#     ^^^^^^^^^^^^^^^^^^ alignment/builder-method
    def make_step(self): ...
`,
  good: `
#- src/cursus/registry/step_names.py
STEP_NAMES = {"Payload": {"builder_step_name": "PayloadStepBuilder"}}
#- src/cursus/core/base/builder_base.py
from abc import ABC, abstractmethod
class StepBuilderBase(ABC):
    @abstractmethod
    def create_step(self): ...
#- src/cursus/steps/builders/builder_payload_step.py
from ...core.base.builder_base import StepBuilderBase
class PayloadStepBuilder(StepBuilderBase):
    def create_step(self): ...
`,
  over: 'key',
  kind: 'class',
  atLeast: { providers: 1, readers: 1 },
  *check(name, lookup) {
    const isBuilder = lookup
      .readers(classKey(name))
      .some(fact => isStep(fact) && textOf(fact, 'builder_step_name') === name);
    if (!isBuilder) return;
    for (const fact of [...classesByPlace(name, lookup).values()].flat()) {
      const { unwritten = [] } = fact.abstract ? {} : (membersOf(fact, lookup) ?? {});
      if (unwritten.length === 0) continue;
      const methods = inWords(
        unwritten.map(method => `'${truncateName(method)}'`),
        'and',
      );
      yield {
        at: at(fact, Part.name),
        message: `This builder lacks ${methods}, which its base class leaves to it: making one raises TypeError, so no pipeline with its step is built`,
      };
    }
  },
};
