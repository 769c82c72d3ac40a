import { truncateName } from '../../base/message-text';
import { Part, type Fact } from '../../model/fact';
import { at } from '../../model/finding';
import { isStep } from '../../systems/steps/public';
import type { FileRule } from '../rule';

export const hiddenCharacters: FileRule = {
  code: 'registry/hidden-characters',
  severity: 'warning',
  summary: 'A name holds characters that nobody sees.',
  why:
    'Characters without width and marks that turn the writing direction make two names look alike that are not the same to any ' +
    'loader, or make a name read differently from what it is. That is how a pasted name fails to be found, and how a review is deceived.',
  remedy: 'Delete the hidden characters, or type the name anew.',
  bad: `
#- extensions/mail/send_meta.yaml
dependencies:
  - module_id: "mail.auth\u200b"
#              ^^^^^^^^^^^^ registry/hidden-characters
    optional: true
`,
  good: `
#- extensions/mail/send_meta.yaml
dependencies:
  - module_id: "mail.auth"
    optional: true
`,
  over: 'file',
  *check({ facts }) {
    for (const fact of facts) {
      if (!HIDDEN.test(fact.name) || isRefused(fact)) continue;
      yield {
        at: at(fact, Part.name),
        message: `'${truncateName(fact.name)}' holds a character that nobody sees, so it is not the name that it looks like`,
      };
    }
  },
};

/** Format characters, and what is drawn as nothing; but not what chooses the style of the character before it. */
const HIDDEN = /(?![\ufe00-\ufe0f])[\p{Cf}\p{Default_Ignorable_Code_Point}]/u;

/** Whether the run time refuses the name, which `step/invalid-name` reports. */
function isRefused(fact: Fact): boolean {
  return isStep(fact) && fact.refused?.why === 'name';
}
