import type { Problem } from '../../problem';
import type { Call } from '../syntax';
import { asText } from '../value';
import type { FunctionEntry } from './functionEntry';
import { required } from './functionEntry';

/** The slots of a call that is written out: source, oldValue, regexPattern, regexGroupName, replacementValue, replacementAttributeName, template. */
const OLD_VALUE = 1;
const PATTERN_SLOTS = [2, 3, 5, 6];
const REPLACEMENT = 4;

export const replace: FunctionEntry = {
  name: 'Replace',
  parameters: [
    { name: 'source', type: 'String', documentation: 'The text to change.' },
    { name: 'oldValue', type: 'String', optional: true, documentation: 'The text to look for, in exactly this case.' },
    {
      name: 'regexPattern',
      type: 'String',
      optional: true,
      documentation: 'A regular expression to look for instead.',
    },
    {
      name: 'regexGroupName',
      type: 'String',
      optional: true,
      documentation: 'The named group of the pattern to replace.',
    },
    { name: 'replacementValue', type: 'String', optional: true, documentation: 'What is put in its place; may be "".' },
    {
      name: 'replacementAttributeName',
      type: 'String',
      optional: true,
      documentation: 'An attribute to take a value from.',
    },
    {
      name: 'template',
      type: 'String',
      optional: true,
      documentation: 'A text in which oldValue is replaced by the source.',
    },
  ],
  returns: 'String',
  documentation: 'Replaces every occurrence of one text by another: Replace(source, oldValue, , , replacementValue).',
  example: { expression: 'Replace([OfficePhone], "-", , , " ", , )', result: '259 915 1098' },
  check: checkMode,
  compile: (args) => {
    const source = required(args, 0);
    const oldValue = required(args, OLD_VALUE);
    const replacement = required(args, REPLACEMENT);
    return (record) => {
      const text = asText(source(record));
      const old = asText(oldValue(record)) ?? '';
      if (text === null || old === '') return text;
      return text.split(old).join(asText(replacement(record)) ?? '');
    };
  },
};

function* checkMode(call: Call): Generator<Problem> {
  const given = (index: number) => call.slots[index]?.expression !== undefined;
  if (PATTERN_SLOTS.some(given)) {
    yield {
      code: 'expression.not-evaluated',
      severity: 'error',
      message:
        'This version evaluates Replace with oldValue and replacementValue only, not with a pattern, a template or another attribute.',
      span: call.nameSpan,
    };
  } else if (!given(OLD_VALUE) || !given(REPLACEMENT)) {
    yield {
      code: 'expression.argument-count',
      severity: 'error',
      message:
        'Replace needs oldValue (2nd place) and replacementValue (5th place): Replace(source, "old", , , "new").',
      span: call.nameSpan,
    };
  }
}
