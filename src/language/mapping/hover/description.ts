import type { Span } from '../../../core/text/span';
import type { Markdown } from '../../shared/markdown';

/** The description of something in a mapping. */
export interface Description {
  readonly markdown: Markdown;
  /** The range that is described. */
  readonly span: Span;
}
