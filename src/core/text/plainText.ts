// Texts for editor surfaces that interpret them: labels render `$(icon)`, notifications and dialogs turn
// `[text](address)` into links.
import { visible, visibleLines } from './visible';

declare const isPlain: unique symbol;

/** A text that renders no icons in labels and no links in notifications. */
export type PlainText = string & { readonly [isPlain]: true };

/**
 * One line for a label, title or description: without icons, links or invisible characters, truncated at about `length`
 * characters.
 */
export function plainText(text: string, length = 200): PlainText {
  return apart(visible(text, length)) as PlainText;
}

/** Like {@link plainText}, but keeps line breaks, for tooltips. */
export function plainLines(text: string, length?: number): PlainText {
  return apart(visibleLines(text, length)) as PlainText;
}

/**
 * A space separates characters that have a meaning together. Unlike a backslash, it cannot be undone by preceding text.
 */
function apart(text: string): string {
  return text.replace(/[$\]](?=\()/g, '$& ');
}
