import type { ParseError } from 'jsonc-parser';
import { printParseErrorCode } from 'jsonc-parser';
import type { Problem } from '../problems/problem';
import { problemOf } from '../problems/problemKind';
import { span } from '../text/span';
import { jsonKinds } from './jsonProblemKinds';
import { skipBlanks } from './jsonScan';
import { colonMissing, commaMissing, nameMissing, notClosed, textBehind, valueMissing } from './missingSyntax';
import { stringMistakes, unclosedString } from './stringMistakes';
import type { SyntaxMistake } from './syntaxMistake';
import { syntaxProblem } from './syntaxMistake';
import { wrongWord } from './wrongWord';

/** U+FEFF, which some editors write at the beginning of a file. */
export const byteOrderMark = '\uFEFF';

/** More than anyone reads: a text with as many mistakes is something else than JSON. */
const MOST_PROBLEMS = 100;

/** The mistakes that `jsonc-parser` met, each once and in words that say what to do; of more than a hundred the first. */
export function syntaxProblems(text: string, errors: readonly ParseError[]): readonly Problem[] {
  const problems = text.startsWith(byteOrderMark) ? [markProblem()] : [];
  // Of the same length, so that all places stay as they are
  const plain = text.startsWith(byteOrderMark) ? ` ${text.slice(1)}` : text;
  let reached = 0;
  for (const error of withoutConsequences(plain, errors)) {
    if (problems.length >= MOST_PROBLEMS) break;
    // A mistake may be longer than the word at which it was met
    if (error.offset < reached) continue;
    for (const mistake of mistakesAt(plain, error)) {
      problems.push(syntaxProblem(mistake));
      // On the line of a lost quote or bracket, what seems wrong behind it mostly is not
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
      return [textBehind(text, offset, end)];
    case 'CloseBraceExpected':
    case 'CloseBracketExpected':
      return [notClosed(text)];
    default:
      return [wrongWord(text, offset, end)];
  }
}

const unfinishedNumber =
  'The number breaks off: digits must follow a decimal point and an "e". Write 1.0 or 1e5, or remove the rest.';

/** A comment, closed or not. */
export function commentMistake(text: string, start: number, end: number): SyntaxMistake {
  const place = span(start, end);
  // What is not closed may have swallowed the rest of the text
  const isWhole = text[start + 1] === '/' || (end - start >= 4 && text.endsWith('*/', end));
  return { span: place, message: comment, ...(isWhole && { edit: { span: place, newText: '' } }) };
}

const comment =
  'JSON has no comments, so the service refuses the request with this one in it. Remove it; an editor that shows it as right reads "JSON with Comments".';

function markProblem(): Problem {
  const message =
    'The file begins with a byte order mark (U+FEFF), which JSON that is sent must not have. It is left out when the file is sent from here; save it as "UTF-8", not as "UTF-8 with BOM", for other programs.';
  return problemOf(jsonKinds.byteOrderMark, span(0, 1), message, { edit: { span: span(0, 1), newText: '' } });
}

/**
 * A parser that goes on after a mistake stumbles over it again: where a value must stand right behind a word that says nothing, at the end
 * of the text over a bracket that a lost quote had in it. Only what is no such consequence is left.
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
    // What the parser says concerns the order: the word that it met may be wrong in itself, too
    lastEnd = Math.max(lastEnd, isOfParser(name) ? offset : end);
  }
}

function isComment(name: string): boolean {
  return name === 'InvalidCommentToken' || name === 'UnexpectedEndOfComment';
}

/** Said by the parser about the order of words, not by the scanner about one word. */
function isOfParser(name: string): boolean {
  return name.endsWith('Expected');
}

/** Behind a bracket that it cannot place, a parser skips what follows and loses count. */
function isBracket(unit: string | undefined): boolean {
  return unit !== undefined && '{}[]'.includes(unit);
}
