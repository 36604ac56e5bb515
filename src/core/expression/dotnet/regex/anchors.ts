import type { Anchor } from './regexTree';
import { WORD_UNIT } from './units/shorthand';

const NEWLINE = 0x0a;

/**
 * Whether an anchor holds between two units of a text. Only a line feed ends a line, as in .NET.
 * @param searchStart where the search begins
 */
export function holdsAt(anchor: Anchor, text: string, position: number, searchStart: number): boolean {
  switch (anchor) {
    case 'start':
      return position === 0;
    case 'searchStart':
      return position === searchStart;
    case 'end':
      return position === text.length;
    case 'endOrFinalNewline':
      return position === text.length || (position === text.length - 1 && text.charCodeAt(position) === NEWLINE);
    case 'lineStart':
      return position === 0 || text.charCodeAt(position - 1) === NEWLINE;
    case 'lineEnd':
      return position === text.length || text.charCodeAt(position) === NEWLINE;
    case 'wordBoundary':
      return isWordAt(text, position - 1) !== isWordAt(text, position);
    case 'notWordBoundary':
      return isWordAt(text, position - 1) === isWordAt(text, position);
  }
}

function isWordAt(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  return !Number.isNaN(unit) && WORD_UNIT.has(unit);
}
