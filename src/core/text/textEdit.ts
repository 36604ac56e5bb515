import type { Span } from './span';

/** A replacement of the text in a span. */
export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

/** Applies edits, which must be in text order and must not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let at = 0;
  for (const { span, newText } of edits) {
    result += text.slice(at, span.start) + newText;
    at = span.end;
  }
  return result + text.slice(at);
}
