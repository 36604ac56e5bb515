import type { Problem } from '../problems/problem';
import { problemOf } from '../problems/problemKind';
import { span } from '../text/span';
import { jsonKinds } from './jsonProblemKinds';
import { endOfComment, endOfString, isClosed } from './jsonScan';

/** The limits of a JSON text; lengths in UTF-16 units. */
export const jsonLimits = { depth: 64, elements: 10_000, string: 1_048_576, text: 10_485_760 };

const DEPTH_ALONE = { depth: jsonLimits.depth, elements: Infinity, string: Infinity, text: Infinity };

const [QUOTE, COMMA, SLASH, OPEN_BRACKET, CLOSE_BRACKET, OPEN_BRACE, CLOSE_BRACE] = [34, 44, 47, 91, 93, 123, 125];

/**
 * Finds the first position at which a text exceeds a limit, without parsing: in one pass and without recursion, so that
 * deeply nested text never reaches a recursive parser. `outerDepth` is the depth at which the text itself is nested.
 */
export function findExcess(text: string, outerDepth = 0, limits = jsonLimits): Problem | undefined {
  if (text.length > limits.text) return tooLongText(text.length);
  const commas: number[] = [];
  const openers: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === QUOTE) {
      const end = endOfString(text, at);
      if (end - at - (isClosed(text, at, end) ? 2 : 1) > limits.string) return tooLongString(at);
      at = end - 1;
    } else if (unit === OPEN_BRACKET || unit === OPEN_BRACE) {
      if (openers.length + outerDepth >= limits.depth) return tooDeep(at);
      openers.push(unit);
      commas.push(0);
    } else if (unit === CLOSE_BRACKET || unit === CLOSE_BRACE) {
      // A tolerant parser may not leave a level at a wrong bracket, so only matching brackets count.
      if (openers.at(-1) === unit - 2) {
        openers.pop();
        commas.pop();
      }
    } else if (unit === COMMA) {
      const count = (commas.at(-1) ?? 0) + 1;
      if (openers.at(-1) === OPEN_BRACKET && count >= limits.elements) return tooManyElements(at);
      commas[commas.length - 1] = count;
    } else if (unit === SLASH) at = endOfComment(text, at) - 1;
  }
  return undefined;
}

/**
 * Finds the first bracket that is nested too deeply, in a text of any size. Size limits do not apply to text that is
 * not a document: lists of people are long.
 */
export function findTooDeep(text: string): Problem | undefined {
  return findExcess(text, 0, DEPTH_ALONE);
}

export function tooManyElements(at: number): Problem {
  const message =
    'This list has more than the limit of 10,000 elements, so the rest is not checked. Split it into several documents.';
  return problemOf(jsonKinds.tooLarge, span(at, at + 1), message);
}

export function tooLongText(length: number): Problem {
  const message = `The text has ${millions(length)} million characters, but the limit is 10 MiB, so it is not checked. Check that it is the right file, and split it into several documents.`;
  return problemOf(jsonKinds.tooLarge, span(0, 1), message);
}

function tooLongString(at: number): Problem {
  const message =
    'This string is longer than the limit of 1 MiB, so the text is not checked. Look for an unmatched quote, or shorten the string.';
  return problemOf(jsonKinds.tooLarge, span(at, at + 1), message);
}

function tooDeep(at: number): Problem {
  const message =
    'The 65th level of nesting begins here, but the limit is 64, so the text is not checked. Look for unmatched brackets above.';
  return problemOf(jsonKinds.tooDeep, span(at, at + 1), message);
}

const millions = (count: number): string => (count / 1e6).toFixed(1);
