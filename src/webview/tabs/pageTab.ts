import type { TemplateResult } from 'lit';
import type { PreviewContent } from '../../preview/previewState';
import type { PreviewTab } from '../../preview/previewTab';
import type { Said } from '../editor';

/** One of the views of an extract that share the room below the head. */
export interface PageTab {
  readonly key: PreviewTab;
  readonly title: string;
  /** Whether there is anything to be seen of it: some need a mapping. */
  readonly isOffered: (content: PreviewContent) => boolean;
  /** What is in it; asked for while it is the chosen one, and of others once they have been. */
  readonly view: (content: PreviewContent) => TemplateResult;
  /** To be called once {@link view} is in the page. */
  readonly drawn?: (content: PreviewContent) => void;
  /** Something else is shown than before. */
  readonly take?: (content: PreviewContent) => void;
  /** What the host says unasked; each tab takes what is its own. */
  readonly hear?: (message: Said) => void;
}
