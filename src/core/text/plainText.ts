// Texts for the surfaces of an editor that interpret them: labels draw `$(icon)`, notifications and questions turn
// `[text](address)` into links.
import { visible, visibleLines } from './visible';

declare const isPlain: unique symbol;

/** A text without icons for labels and without links for notifications. */
export type PlainText = string & { readonly [isPlain]: true };

/**
 * One line for a label, a title, a description: no icon, no link, no invisible character, cut at about `length`
 * characters.
 */
export function plainText(text: string, length = 200): PlainText {
  return apart(visible(text, length)) as PlainText;
}

/** The same with its line breaks, for tooltips. */
export function plainLines(text: string, length?: number): PlainText {
  return apart(visibleLines(text, length)) as PlainText;
}

/** A space separates what would have a meaning together; unlike a backslash, no preceding text can undo it. */
function apart(text: string): string {
  return text.replace(/[$\]](?=\()/g, '$& ');
}
