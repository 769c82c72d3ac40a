import { defined } from '../../base/defined';
import { truncateName } from '../../base/message-text';
import { filesOfCompanion, isCompanion, languageOf, lossOf, placeOfCompanion } from '../../systems/modules/public';
import { at } from '../../model/finding';
import { Part } from '../../model/fact';
import type { FileRule } from '../rule';

export const metadataSyntax: FileRule = {
  code: 'module/metadata-syntax',
  severity: 'error',
  summary: 'A companion is no YAML mapping.',
  why:
    'Discovery reads the companions of all modules before it registers the first one, and raises ConfigError at one that is ' +
    'not valid YAML, or whose content is a list or a text. An empty file is fine.',
  remedy: 'Repair the place, or delete the companion: a module needs none.',
  bad: `
#- extensions/orders.py
from pydantic import BaseModel


class Note(BaseModel):
    text: str


class Orders:
    description = "Takes orders"
    input_schema = Note
    output_schema = Note

    def execute(self, inputs, context):
        return inputs
#- extensions/orders_meta.yaml
description: "Takes orders
#            ^^^^^^^^^^^^^ module/metadata-syntax
`,
  good: `
#- extensions/orders.py
from pydantic import BaseModel


class Note(BaseModel):
    text: str


class Orders:
    description = "Takes orders"
    input_schema = Note
    output_schema = Note

    def execute(self, inputs, context):
        return inputs
#- extensions/orders_meta.yaml
description: "Takes orders"
`,
  over: 'file',
  wide: true,
  *check(file, lookup) {
    const [companion] = file.facts.filter(isCompanion);
    if (companion === undefined || (file.problems.length === 0 && companion.aborts === undefined)) return;
    const place = placeOfCompanion(file.path, lookup);
    const [module] = filesOfCompanion(file.path, lookup);
    if (place === undefined || place.skipped !== undefined || module === undefined) return;
    const loss = lossOf(place.discovery, defined(languageOf(module), 'the language of a module file'), lookup);
    const [first] = file.problems
      .filter(({ code }) => code === metadataSyntax.code)
      .sort((a, b) => a.span.start - b.span.start);
    if (first !== undefined)
      yield {
        at: { file, span: first.span },
        message: `${truncateName(first.message)}: ${loss.text}`,
        related: loss.related,
      };
    else if (companion.aborts === 'shape')
      yield {
        at: at(companion, Part.name),
        message: `A companion has to be a mapping, such as 'description: …'; ${loss.text}`,
        related: loss.related,
      };
  },
};
