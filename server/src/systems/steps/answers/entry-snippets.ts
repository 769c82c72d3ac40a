import { fieldOf } from '../../../model/fields';
import type { FieldType } from '../../../model/field-doc';
import type { StepEntry } from '../facts';
import { conventionalBuilder, conventionalConfig } from '../naming';

/**
 * How a key is written together with its value: the quote it stands in, what comes before its name (the quote, where that is not there
 * yet; on a new line, where the dict is empty), and the comma behind it, if that is missing.
 */
export interface Bare {
  readonly quote: string;
  readonly opening: string;
  readonly comma: string;
}

/** The fields that a row needs, in the usual order (formats 1.2). */
export const USUAL_FIELDS = ['config_class', 'builder_step_name', 'spec_type', 'sagemaker_step_type', 'description'];

/** A field, from its opening on, with the caret in its value. */
export function fieldSnippet(name: string, type: FieldType, { quote, opening, comma }: Bare): string {
  return `${opening}${escaped(name)}${quote}: ${valueSnippet(type, quote)}${comma}$0${closingOf(opening)}`;
}

/** A dict that is opened on a new line is closed on one. */
function closingOf(opening: string): string {
  return opening.startsWith('\n') ? '\n' : '';
}

function valueSnippet(type: FieldType, quote: string): string {
  switch (type) {
    case 'text':
      return `${quote}$1${quote}`;
    case 'list of texts':
      return `[${quote}$1${quote}]`;
    case 'list':
      return '[$1]';
    case 'mapping':
      return '{$1}';
    case 'true or false':
      return '${1|True,False|}';
    case 'whole number':
    case 'anything':
      return '$1';
  }
}

/** A row of a step, from its opening on: the usual fields as tab stops, with the texts of `like`, or as conventions have them. */
export function rowSnippet(name: string, like: StepEntry | undefined, { quote, opening, comma }: Bare): string {
  const indent = opening.startsWith('\n') ? '    ' : '';
  const usual = new Map([
    ['config_class', conventionalConfig(name)],
    ['builder_step_name', conventionalBuilder(name)],
    ['spec_type', name],
  ]);
  const lines = USUAL_FIELDS.map((field, i) => {
    const stated = like && fieldOf(like, field);
    const value = typeof stated === 'string' ? stated : like === undefined ? (usual.get(field) ?? '') : '';
    return `${indent}    ${quote}${field}${quote}: ${quote}\${${i + 1}:${quotable(value, quote)}}${quote},\n`;
  });
  return `${opening}${escaped(name)}${quote}: {\n${lines.join('')}${indent}}${comma}$0${closingOf(opening)}`;
}

/** A text between quotes; one that would have to be written with escapes, of Python or of snippets, is left to whoever types. */
function quotable(text: string, quote: string): string {
  return /[{}$\\\n\r]/.test(text) || text.includes(quote) ? '' : text;
}

/** A text in the snippet syntax of LSP. */
function escaped(text: string): string {
  return text.replace(/[$}\\]/g, '\\$&');
}
