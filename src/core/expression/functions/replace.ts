import { expressionProblems } from '../expressionProblems';
import type { Problem } from '../../problems/problem';
import { problemKind, problemOf } from '../../problems/problemKind';
import type { DotnetRegex } from '../dotnet/regex/dotnetRegex';
import { compileRegex } from '../dotnet/regex/dotnetRegex';
import { RegexBudgetError, RegexMeter } from '../dotnet/regex/regexMeter';
import { RegexSizeError } from '../limits/writtenText';
import type { Span } from '../../text/span';
import type { EvaluationContext } from '../context';
import type { Call } from '../syntax';
import { MAX_RESULT, refuseOver } from '../limits/resultLimit';
import { EvaluationError } from '../value';
import { text } from './arguments';
import { literalIn } from './callArguments';
import type { Arguments, Evaluate, FunctionEntry } from './functionEntry';

const badPattern = problemKind({
  code: 'expression.regex',
  severity: 'error',
  blocking: true,
  title: 'Regular expression that cannot be used',
  explanation: 'The pattern is malformed, or too large to be supported here.',
  remedy: 'Correct the pattern at the construct that the message names.',
  authority: 'Entra',
  example: {
    wrong: 'title = Replace([JobTitle], , "(Sr", , "Senior", , )',
    right: 'title = Replace([JobTitle], , "Sr", , "Senior", , )',
  },
});

const unknownGroup = problemKind({
  code: 'expression.regex-group',
  severity: 'warning',
  title: 'Group that the pattern does not have',
  explanation: 'regexGroupName names a group that the pattern does not define, so nothing is replaced.',
  remedy: 'Name a group of the pattern, written (?<Name>...).',
  authority: 'Entra',
  example: {
    wrong: 'nickName = Replace([Mail], , "(?<Suffix>@.*)", "Sufix", "", , )',
    right: 'nickName = Replace([Mail], , "(?<Suffix>@.*)", "Suffix", "", , )',
  },
});

/** Places of the arguments, from 0. */
const SOURCE = 0;
const OLD_VALUE = 1;
const PATTERN = 2;
const GROUP = 3;
const REPLACEMENT = 4;
const ATTRIBUTE = 5;
const TEMPLATE = 6;

/** The form of the call by its arguments; where several fit, the first applies. */
type Mode = 'fallback' | 'template' | 'text' | 'group' | 'pattern';

export const replace: FunctionEntry = {
  name: 'Replace',
  family: 'Text',
  parameters: [
    { name: 'source', type: 'String', documentation: 'The text to change.' },
    {
      name: 'oldValue',
      type: 'String',
      optional: true,
      documentation: 'The text to find (case-sensitive).',
      treeKey: 'Find',
    },
    {
      name: 'regexPattern',
      type: 'String',
      optional: true,
      documentation: 'A regular expression, in the dialect of .NET, to find instead.',
    },
    {
      name: 'regexGroupName',
      type: 'String',
      optional: true,
      documentation: 'The group of the pattern whose text is replaced: its name, or its number if it has none.',
    },
    {
      name: 'replacementValue',
      type: 'String',
      optional: true,
      documentation: 'The replacement; can be "". With a pattern, ${name} stands for what a group matched.',
      treeKey: 'Replacement',
    },
    {
      name: 'replacementAttributeName',
      type: 'String',
      optional: true,
      documentation: 'Another attribute, where the group takes a value from when the source has none.',
    },
    {
      name: 'template',
      type: 'String',
      optional: true,
      documentation: 'A text in which the source replaces oldValue.',
    },
  ],
  returns: 'String',
  documentation:
    'Replaces texts, in one of five ways that depend on the arguments: oldValue and replacementValue (text by text); oldValue and template; regexPattern and replacementValue; regexPattern, regexGroupName and replacementValue (only the text of the group); regexPattern, regexGroupName and replacementAttributeName (a value from another attribute when there is none).',
  example: { expression: 'Replace([UserID], , "(?<Suffix>@(.)*)", "Suffix", "", , )', result: 'gfadiman' },
  fidelity: {
    mark: 'approximated',
    reason:
      'Patterns have their meaning in .NET, within a limit of work; patterns that need too much memory are refused.',
  },
  kinds: [badPattern, unknownGroup],
  check: checkReplace,
  compile: compileReplace,
};

function modeOf(given: (place: number) => boolean): Mode | undefined {
  if (given(PATTERN) && given(GROUP) && given(ATTRIBUTE)) return 'fallback';
  if (given(OLD_VALUE) && given(TEMPLATE)) return 'template';
  if (given(OLD_VALUE) && given(REPLACEMENT)) return 'text';
  if (given(PATTERN) && given(GROUP) && given(REPLACEMENT)) return 'group';
  if (given(PATTERN) && given(REPLACEMENT)) return 'pattern';
  return undefined;
}

function* checkReplace(call: Call): Generator<Problem> {
  if (modeOf((place) => call.slots[place]?.expression !== undefined) === undefined) {
    yield problemOf(
      expressionProblems.argumentCount,
      call.nameSpan,
      'Replace needs oldValue and replacementValue or template, or regexPattern and replacementValue, optionally with regexGroupName: Replace(source, oldValue, , , replacementValue).',
    );
    return;
  }
  const pattern = literalIn(call.slots[PATTERN]);
  if (pattern === undefined) return;
  const compiled = compileRegex(pattern.value);
  if ('refusal' in compiled) {
    yield problemOf(badPattern, pattern.span, compiled.refusal.message, { construct: compiled.refusal.construct });
    return;
  }
  const group = literalIn(call.slots[GROUP]);
  if (group !== undefined && !compiled.regex.hasGroup(group.value)) {
    yield problemOf(unknownGroup, group.span, `Unknown group "${group.value}": the pattern does not define it.`);
  }
}

function compileReplace<Source>(args: Arguments<Source>, at: Span): Evaluate<Source> {
  const source = text(args, SOURCE);
  const oldValue = text(args, OLD_VALUE);
  const group = text(args, GROUP);
  const replacement = text(args, REPLACEMENT);
  const attribute = text(args, ATTRIBUTE);
  const template = text(args, TEMPLATE);
  const regex = regexReader(text(args, PATTERN), at);
  // One meter for all records of this expression, so that a pattern that is slow on many of them is given up
  const meter = new RegexMeter();
  switch (modeOf((place) => args[place] !== undefined)) {
    case 'fallback':
      return (record, context) => {
        const value = source(record, context);
        if (value !== null && value !== '') return value;
        const other = attribute(record, context);
        return other === null
          ? null
          : bounded(at, () => regex(record, context).firstGroup(other, group(record, context) ?? '', meter) ?? null);
      };
    case 'template':
      return (record, context) => {
        const value = source(record, context);
        return value === null
          ? null
          : replaceText(template(record, context) ?? '', oldValue(record, context) ?? '', value, at);
      };
    case 'text':
      return (record, context) => {
        const value = source(record, context);
        return value === null
          ? null
          : replaceText(value, oldValue(record, context) ?? '', replacement(record, context) ?? '', at);
      };
    case 'group':
      return (record, context) => {
        const value = source(record, context);
        return value === null
          ? null
          : bounded(at, () =>
              regex(record, context).replaceGroup(
                value,
                group(record, context) ?? '',
                replacement(record, context) ?? '',
                meter,
              ),
            );
      };
    case 'pattern':
      return (record, context) => {
        const value = source(record, context);
        return value === null
          ? null
          : bounded(at, () => regex(record, context).replace(value, replacement(record, context) ?? '', meter));
      };
    case undefined:
      throw new Error('Replace was compiled before it was checked');
  }
}

function replaceText(whole: string, old: string, by: string, at: Span): string {
  if (old === '') return whole;
  const growth = by.length - old.length;
  // The upper bound is nearly always within the limit, so that counting is not necessary
  if (growth > 0 && whole.length + (whole.length / old.length) * growth > MAX_RESULT)
    refuseOver(whole.length + countOf(old, whole) * growth, at);
  return whole.replaceAll(old, () => by);
}

function countOf(part: string, whole: string): number {
  let count = 0;
  for (let from = whole.indexOf(part); from >= 0; from = whole.indexOf(part, from + part.length)) count++;
  return count;
}

/** Returns the compiled pattern, and compiles it again only when it changes: it is nearly always a constant. */
function regexReader<Source>(
  pattern: (source: Source, context: EvaluationContext) => string | null,
  at: Span,
): (source: Source, context: EvaluationContext) => DotnetRegex {
  let last: { readonly text: string; readonly regex: DotnetRegex } | undefined;
  return (record, context) => {
    const wanted = pattern(record, context) ?? '';
    if (last?.text !== wanted) {
      const compiled = compileRegex(wanted);
      if ('refusal' in compiled) throw new EvaluationError('E_REGEX', compiled.refusal.message, at);
      last = { text: wanted, regex: compiled.regex };
    }
    return last.regex;
  };
}

/** A pattern that takes too much work is an error, never "no match". */
function bounded(at: Span, run: () => string | null): string | null {
  try {
    return run();
  } catch (error) {
    if (error instanceof RegexSizeError) refuseOver(Infinity, at);
    if (!(error instanceof RegexBudgetError)) throw error;
    throw new EvaluationError('E_REGEX', error.message, at);
  }
}
