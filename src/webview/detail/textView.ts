import type { TemplateResult } from 'lit';
import { html } from 'lit';
import { formatCount } from '../../core/text/formatCount';
import { visible } from '../../core/text/visible';
import type { TextPiece } from '../../preview/text/textDifference';
import type { TextPart } from '../../preview/text/textParts';
import { textParts } from '../../preview/text/textParts';

/** Maximum number of characters of a text to show at once; the rest can be unfolded. */
const SHOWN = 400;

/** A text of the extract or the directory: every character visible, in its own direction, and words unbroken. */
export function textView(text: string): TemplateResult {
  if (text === '') return html`<span class="quiet">(empty)</span>`;
  if (text.length <= SHOWN + 100) return html`<bdi class="text">${textParts(text).map(partView)}</bdi>`;
  const rest = text.slice(SHOWN);
  return html`<bdi class="text">${textParts(text.slice(0, SHOWN)).map(partView)}</bdi>
    <details class="rest">
      <summary>${formatCount(rest.length)} more characters</summary>
      <bdi class="text">${textParts(rest).map(partView)}</bdi>
    </details>`;
}

/** The same, with a mark on the characters that another text does not have. */
export function piecesView(pieces: readonly TextPiece[], mark: 'gone' | 'new'): TemplateResult {
  const shown = pieces.map(({ text, isMarked }) => {
    const parts = textParts(text).map((part) => partView(isMarked || part.kind !== 'blank' ? part : plain(part)));
    if (!isMarked) return parts;
    return mark === 'gone' ? html`<del>${parts}</del>` : html`<ins>${parts}</ins>`;
  });
  return html`<bdi class="text">${shown}</bdi>`;
}

/** At an end of a piece, but not of the text. */
function plain({ text }: TextPart): TextPart {
  return { kind: 'text', text };
}

function partView({ kind, text }: TextPart): TemplateResult {
  switch (kind) {
    case 'text':
      return html`${text}<wbr />`;
    case 'long':
      return html`<span class="long">${text}</span><wbr />`;
    case 'blank':
      return html`${text.split('').map((one) => html`<span class="blank">${one}</span>`)}`;
    case 'break':
      return html`<span class="hidden-character" title="Line break">↵</span>${'\n'}`;
    case 'hidden':
      return html`<span class="hidden-character" title=${numberOf(text)}>${visible(text)}</span>`;
  }
}

/** `U+202E` */
function numberOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
