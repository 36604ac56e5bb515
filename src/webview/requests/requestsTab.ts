import type { TemplateResult } from 'lit';
import { html } from 'lit';
import { counted } from '../../core/text/counted';
import type { PreviewContent } from '../../preview/previewState';
import type { PageTab } from '../tabs/pageTab';

/** The requests that the extract becomes. */
export class RequestsTab implements PageTab {
  readonly key = 'requests';
  readonly title = 'Requests';

  isOffered({ mapping }: PreviewContent): boolean {
    return mapping !== '';
  }

  view({ counts, isComplete }: PreviewContent): TemplateResult {
    const { batches, operations } = counts;
    return html`<section class="requests" aria-label="Requests">
      <p class="quiet">
        ${counted(operations, 'operation')} in ${counted(batches, 'request')}${isComplete ? '' : ' so far'}
      </p>
    </section>`;
  }
}
