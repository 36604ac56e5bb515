import type { ParseError } from 'jsonc-parser';
import { printParseErrorCode } from 'jsonc-parser';
import type { Problem } from '../problems/problem';
import { problemOf } from '../problems/problemKind';
import { span } from '../text/span';
import { jsonKinds } from './jsonProblemKinds';
import { skipBlanks } from './jsonScan';
import { colonMissing, commaMissing, nameMissing, notClosed, textAfterEnd, valueMissing } from './missingSyntax';
import { stringMistakes, unclosedString } from './stringMistakes';
import type { SyntaxMistake } from './syntaxMistake';
import { syntaxProblem } from './syntaxMistake';
import { wrongWord } from './wrongWord';

/** U+FEFF, which some editors write at the start of a file. */
export const byteOrderMark = '\uFEFF';

/** Maximum number of reported errors: a text with more was not meant to be JSON. */
const MAX_PROBLEMS = 100;

/**
 * The errors found by `jsonc-parser`, without duplicates and with messages that say what to do; at most the first
 * hundred.
 */
export function syntaxProblems(text: string, errors: readonly ParseError[]): readonly Problem[] {
  const problems = text.startsWith(byteOrderMark) ? [markProblem()] : [];
  // Replaced by a space, so that offsets do not change
  const plain = text.startsWith(byteOrderMark) ? ` ${text.slice(1)}` : text;
  let reached = 0;
  for (const error of withoutConsequences(plain, errors)) {
    if (problems.length >= MAX_PROBLEMS) break;
    // An error may be longer than the token at which it was found
    if (error.offset < reached) continue;
    for (const mistake of mistakesAt(plain, error)) {
      problems.push(syntaxProblem(mistake));
      // After a lost quote or bracket, most errors on the same line are only consequences
      reached = mistake.isNestingLost === true ? lineEnd(text, mistake.span.end) : Math.max(reached, mistake.span.end);
    }
  }
  return problems;
}

function lineEnd(text: string, from: number): number {
  const end = text.slice(from).search(/[\r\n]/);
  return end < 0 ? text.length : from + end;
}

interface NamedError {
  readonly name: string;
  readonly offset: number;
  readonly end: number;
}

function mistakesAt(text: string, { name, offset, end }: NamedError): readonly SyntaxMistake[] {
  switch (name) {
    case 'InvalidEscapeCharacter':
    case 'InvalidUnicode':
    case 'InvalidCharacter':
      return stringMistakes(text, span(offset, end));
    case 'UnexpectedEndOfString':
      return [unclosedString(offset, end)];
    case 'UnexpectedEndOfNumber':
    case 'InvalidNumberFormat':
      return [{ span: span(offset, end), message: unfinishedNumber }];
    case 'InvalidCommentToken':
    case 'UnexpectedEndOfComment':
      return [commentMistake(text, offset, end)];
    case 'PropertyNameExpected':
      return [nameMissing(text, offset, end)];
    case 'ValueExpected':
      return [valueMissing(text, offset, end)];
    case 'ColonExpected':
      return [colonMissing(text, offset)];
    case 'CommaExpected':
      return [commaMissing(text, offset, end)];
    case 'EndOfFileExpected':
      return [textAfterEnd(text, offset, end)];
    case 'CloseBraceExpected':
    case 'CloseBracketExpected':
      return [notClosed(text)];
    default:
      return [wrongWord(text, offset, end)];
  }
}

const unfinishedNumber =
  'Expected digits after the decimal point or "e" of a number. Write 1.0 or 1e5, or remove the rest.';

/** A comment, closed or not. */
export function commentMistake(text: string, start: number, end: number): SyntaxMistake {
  const place = span(start, end);
  // An unclosed comment may have swallowed the rest of the text
  const isWhole = text[start + 1] === '/' || (end - start >= 4 && text.endsWith('*/', end));
  return { span: place, message: comment, ...(isWhole && { edit: { span: place, newText: '' } }) };
}

const comment =
  'Comments are not allowed in JSON, and the service refuses the request. Remove it; an editor that accepts it reads "JSON with Comments".';

function markProblem(): Problem {
  const message =
    'The file begins with a byte order mark (U+FEFF), which is not allowed in JSON that is sent. It is left out when this tool sends the file; for other programs, save it as "UTF-8", not as "UTF-8 with BOM".';
  return problemOf(jsonKinds.byteOrderMark, span(0, 1), message, { edit: { span: span(0, 1), newText: '' } });
}

/**
 * Removes consequences of earlier errors. A parser that continues after an error reports it again: it expects a value
 * right after an unknown word, or misses a bracket that a lost quote swallowed.
 */
function* withoutConsequences(text: string, errors: readonly ParseError[]): Generator<NamedError> {
  let lastEnd = -1;
  let isNameMissing = false;
  let isNestingLost = false;
  for (const { error, offset, length } of errors) {
    const name: string = printParseErrorCode(error);
    const end = Math.min(offset + length, text.length);
    if (isComment(name)) {
      yield { name, offset, end };
      continue;
    }
    const follows = lastEnd >= 0 && skipBlanks(text, lastEnd) >= offset;
    const isSecond = isNameMissing && name === 'ValueExpected';
    const isLate = isNestingLost && (name.startsWith('Close') || isBracket(text[offset]));
    if (!follows && !isSecond && !isLate) yield { name, offset, end };
    isNestingLost ||= name === 'UnexpectedEndOfString' || (isOfParser(name) && isBracket(text[offset]));
    if (isOfParser(name)) isNameMissing = name === 'PropertyNameExpected';
    // The parser reports the order of tokens, so the token at the error may itself be wrong
    lastEnd = Math.max(lastEnd, isOfParser(name) ? offset : end);
  }
}

function isComment(name: string): boolean {
  return name === 'InvalidCommentToken' || name === 'UnexpectedEndOfComment';
}

/** Whether an error is about the order of tokens (from the parser) rather than about one token (from the scanner). */
function isOfParser(name: string): boolean {
  return name.endsWith('Expected');
}

/** The parser skips text after a bracket that it cannot match, and loses track of the nesting. */
function isBracket(unit: string | undefined): boolean {
  return unit !== undefined && '{}[]'.includes(unit);
}
