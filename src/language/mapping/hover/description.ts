import type { Span } from '../../../core/text/span';
import type { Markdown } from '../../shared/markdown';

/** What is said of something in a mapping. */
export interface Description {
  readonly markdown: Markdown;
  /** What it is said of. */
  readonly span: Span;
}
