import type { Span } from './span';
import { span } from './span';

/** The range of the first line without its line end, where problems of the whole file are shown. */
export function firstLine(text: string): Span {
  const end = text.search(/[\r\n]/);
  return span(0, end < 0 ? text.length : end);
}
