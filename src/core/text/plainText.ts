// Texts for the surfaces of an editor that make something of what they are given: labels draw `$(icon)`, notifications and
// questions make links of `[text](address)`.
import { visible, visibleLines } from './visible';

declare const isPlain: unique symbol;

/** A text that no label draws an icon of and no notification makes a link of. */
export type PlainText = string & { readonly [isPlain]: true };

/** One line for a label, a title, a description: no icon, no link, nothing unseen, cut at about `length` characters. */
export function plainText(text: string, length = 200): PlainText {
  return apart(visible(text, length)) as PlainText;
}

/** The same with its line breaks, for what is shown over a label. */
export function plainLines(text: string, length?: number): PlainText {
  return apart(visibleLines(text, length)) as PlainText;
}

/** A space parts what would mean something together; unlike a backslash, nothing before it takes it back. */
function apart(text: string): string {
  return text.replace(/[$\]](?=\()/g, '$& ');
}
