import { endOfComment, isBlank, skipBlanks } from '../../json/jsonScan';
import { bracketOfNothing } from '../../json/missingSyntax';
import { commentMistake } from '../../json/syntaxProblems';
import type { SyntaxMistake } from '../../json/syntaxMistake';
import { syntaxProblem } from '../../json/syntaxMistake';
import type { Problem } from '../../problems/problem';
import { span } from '../../text/span';

/** The position of a gap in the list of operations, which decides how many commas belong in it. */
export type GapPlace = 'first' | 'between' | 'afterUnclosed' | 'last';

/**
 * Finds the problems between two elements of the list, or between an element and a bracket of the list. Offsets count
 * from the start of the gap; a missing comma is reported at the character before it.
 */
export function gapProblems(gap: string, place: GapPlace): readonly Problem[] {
  return isSound(gap, place) ? [] : [...gapMistakes(gap, place)].map(syntaxProblem);
}

function isSound(gap: string, place: GapPlace): boolean {
  const comma = skipBlanks(gap, 0);
  if (place === 'first' || place === 'last') return comma === gap.length;
  return gap[comma] === ',' && skipBlanks(gap, comma + 1) === gap.length;
}

function* gapMistakes(gap: string, place: GapPlace): Generator<SyntaxMistake> {
  const mayHaveComma = place === 'between' || place === 'afterUnclosed';
  let commas = 0;
  for (let at = 0; at < gap.length; at++) {
    const unit = gap[at] ?? '';
    if (isBlank(gap.charCodeAt(at))) continue;
    if (unit === ',') {
      if (++commas > 1 || !mayHaveComma) yield extraComma(at, place);
    } else if (unit === '}' || unit === ']') yield bracketOfNothing(at, unit);
    else if (unit === '/' && endOfComment(gap, at) > at + 1) {
      const end = endOfComment(gap, at);
      yield commentMistake(gap, at, end);
      at = end - 1;
    } else if (unit === '"') {
      yield memberInList(at, gap.length);
      return;
    } else yield stray(at, unit);
  }
  if (commas === 0 && place === 'between') yield commaMissing;
}

const commaMissing: SyntaxMistake = {
  span: span(-1, 0),
  message: 'Expected "," before the next operation.',
  edit: { span: span(0, 0), newText: ',' },
};

function extraComma(at: number, place: GapPlace): SyntaxMistake {
  const where =
    place === 'last'
      ? 'after the last operation'
      : place === 'first'
        ? 'before the first operation'
        : 'between two operations';
  const message = `Unexpected extra comma ${where}: commas only separate operations. Remove it.`;
  return { span: span(at, at + 1), message, edit: { span: span(at, at + 1), newText: '' } };
}

function memberInList(at: number, end: number): SyntaxMistake {
  const message =
    'Unexpected member between two operations. Look above it for a bracket that closes the operation too early.';
  return { span: span(at, end), message, isNestingLost: true };
}

function stray(at: number, unit: string): SyntaxMistake {
  const message = `Unexpected ${unit} between two operations. Remove it, or look above for a bracket that is closed too early.`;
  return { span: span(at, at + 1), message, edit: { span: span(at, at + 1), newText: '' } };
}
