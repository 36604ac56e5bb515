import type { TemplateResult } from 'lit';
import { html } from 'lit';

const TOKEN = /("(?:[^"\\]|\\.)*")(\s*:)?|\b(true|false|null)\b|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** JSON text in colours; the text itself is unchanged. */
export function jsonSpans(text: string): readonly (TemplateResult | string)[] {
  const parts: (TemplateResult | string)[] = [];
  let end = 0;
  for (const match of text.matchAll(TOKEN)) {
    parts.push(text.slice(end, match.index));
    const [whole, string, colon, word] = match;
    if (string === undefined) parts.push(html`<span class=${word === undefined ? 'number' : 'word'}>${whole}</span>`);
    else parts.push(html`<span class=${colon === undefined ? 'string' : 'key'}>${string}</span>`, colon ?? '');
    end = match.index + whole.length;
  }
  return [...parts, text.slice(end)];
}
