import type { TemplateResult } from 'lit';
import type { PreviewContent } from '../../preview/previewState';
import type { PreviewTab } from '../../preview/previewTab';
import type { Said } from '../editor';

/** One of the views of an extract that share the room below the head. */
export interface PageTab {
  readonly key: PreviewTab;
  readonly title: string;
  /** Whether it can be shown: some tabs need a mapping. */
  readonly isOffered: (content: PreviewContent) => boolean;
  /** Its content; drawn while the tab is selected, and after that while it stays in the page. */
  readonly view: (content: PreviewContent) => TemplateResult;
  /** Call this once {@link view} is in the page. */
  readonly drawn?: (content: PreviewContent) => void;
  /** The content has changed. */
  readonly take?: (content: PreviewContent) => void;
  /** Messages of the host that are not answers; each tab takes its own. */
  readonly hear?: (message: Said) => void;
}
