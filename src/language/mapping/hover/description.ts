import type { Span } from '../../../core/text/span';

/** What is said of something in a mapping. */
export interface Description {
  /** Markdown. */
  readonly markdown: string;
  /** What it is said of. */
  readonly span: Span;
}

/** Markdown out of paragraphs; those that are left out are nothing. */
export function paragraphs(...parts: readonly (string | undefined | false)[]): string {
  return parts.filter((part) => typeof part === 'string' && part !== '').join('\n\n');
}
