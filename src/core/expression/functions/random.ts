import { expressionProblems } from '../expressionProblems';
import type { Problem } from '../../problems/problem';
import { problemOf } from '../../problems/problemKind';
import type { EvaluationContext } from '../context';
import type { Call } from '../syntax';
import type { Span } from '../../text/span';
import { EvaluationError } from '../value';
import { place, text } from './arguments';
import { argumentAt, literalIn } from './callArguments';
import type { FunctionEntry, Parameter } from './functionEntry';

const DIGITS = '0123456789';
const CAPITALS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const LOWER = 'abcdefghijklmnopqrstuvwxyz';
/** The special characters of the Windows password policy, which the reference page links to. */
const SPECIAL = '~!@#$%^&*_-+=`|\\(){}[]:;"\'<>,.?/';
const MAX_LENGTH = 256;

function randomOf(context: EvaluationContext, at: Span): () => number {
  if (context.random === undefined)
    throw new EvaluationError('E_CONTEXT', 'Random values need a seed, which is missing here.', at);
  return context.random;
}

export const guid: FunctionEntry = {
  name: 'Guid',
  family: 'Roles, uniqueness and tenant',
  parameters: [],
  returns: 'String',
  documentation: 'A new GUID: 36 characters, in lower case.',
  example: { expression: 'Guid()', result: '1088051a-cd4b-4288-84f8-e02042ca72bc' },
  fidelity: { mark: 'approximated', reason: 'A random value: here it comes from a seed, so that it is repeatable.' },
  needs: 'random',
  compile: (_args, at) => (_record, context) => {
    if (context.guid !== undefined) return context.guid;
    const random = randomOf(context, at);
    const digits = Array.from({ length: 32 }, (_, index) => {
      const digit = Math.floor(random() * 16);
      // Version 4 (random), variant 1
      return (index === 12 ? 4 : index === 16 ? (digit & 3) | 8 : digit).toString(16);
    }).join('');
    return digits.replace(/(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  },
};

function count(name: string, documentation: string): Parameter {
  return { name, type: 'Integer', documentation };
}

export const randomString: FunctionEntry = {
  name: 'RandomString',
  family: 'Roles, uniqueness and tenant',
  parameters: [
    count('Length', 'The number of characters, at most 256 and at least the sum of the minimums.'),
    count('MinimumNumbers', 'The minimum number of digits.'),
    count('MinimumSpecialCharacters', 'The minimum number of special characters.'),
    count('MinimumCapital', 'The minimum number of capital letters.'),
    count('MinimumLowerCase', 'The minimum number of small letters.'),
    { name: 'CharactersToAvoid', type: 'String', optional: true, documentation: 'Characters to avoid.' },
  ],
  returns: 'String',
  documentation: 'Random characters, with a minimum number of each kind.',
  example: { expression: 'RandomString(6, 3, 0, 0, 3)', result: '1a73qt' },
  fidelity: {
    mark: 'approximated',
    reason:
      'A random value: here it comes from a seed. Which kinds fill the rest of the length is not documented; here the kinds with a minimum do.',
  },
  needs: 'random',
  check: checkLength,
  compile: (args, at) => {
    const length = place(args, 0, at);
    const minimums = [1, 2, 3, 4].map((index) => place(args, index, at));
    const avoid = text(args, 5);
    return (record, context) => {
      const avoided = new Set(avoid(record, context) ?? '');
      const kinds = [DIGITS, SPECIAL, CAPITALS, LOWER].map((kind) =>
        Array.from(kind).filter((character) => !avoided.has(character)),
      );
      const counts = minimums.map((minimum) => minimum(record, context));
      return draw(length(record, context), counts, kinds, randomOf(context, at), at);
    };
  },
};

function draw(
  length: number,
  counts: readonly number[],
  kinds: readonly (readonly string[])[],
  random: () => number,
  at: Span,
): string {
  const refusal = refusalOf(length, counts);
  if (refusal !== undefined) throw new EvaluationError('E_TYPE', refusal, at);
  const wanted = kinds.flatMap((kind, index) => Array.from({ length: counts[index] ?? 0 }, () => kind));
  const fillers = kinds.filter((_, index) => (counts[index] ?? 0) > 0).flat();
  const rest = fillers.length > 0 ? fillers : (kinds[3] ?? []);
  while (wanted.length < length) wanted.push(rest);
  const drawn = wanted.map((kind) => {
    const character = kind[Math.floor(random() * kind.length)];
    if (character === undefined)
      throw new EvaluationError('E_TYPE', 'CharactersToAvoid excludes every character of a required kind.', at);
    return character;
  });
  for (let i = drawn.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [drawn[i], drawn[j]] = [drawn[j] ?? '', drawn[i] ?? ''];
  }
  return drawn.join('');
}

/** Checks the lengths when all numbers are literals. */
function* checkLength(call: Call): Generator<Problem> {
  const numbers = call.slots.slice(0, 5).map((slot) => Number(literalIn(slot)?.value));
  if (numbers.some((number) => Number.isNaN(number))) return;
  const [length = 0, ...minimums] = numbers;
  const message = refusalOf(length, minimums);
  if (message === undefined) return;
  // The place of the negative minimum; if there is none (-1), that of the length, which comes first
  const { span } = argumentAt(call, minimums.findIndex((minimum) => minimum < 0) + 1);
  yield problemOf(expressionProblems.argumentType, span, message);
}

/** Why no text of this length can meet the minimums. */
function refusalOf(length: number, minimums: readonly number[]): string | undefined {
  if (minimums.some((minimum) => minimum < 0)) return 'A minimum of RandomString cannot be negative.';
  const sum = minimums.reduce((total, minimum) => total + minimum, 0);
  if (length >= sum && length <= MAX_LENGTH) return undefined;
  return `RandomString needs a length of at least ${sum}, the sum of its minimums, and at most ${MAX_LENGTH}.`;
}
