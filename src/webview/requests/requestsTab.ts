import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { counted } from '../../core/text/counted';
import { formatCount } from '../../core/text/formatCount';
import type { PageLayout } from '../../preview/pageLayout';
import type { PreviewContent } from '../../preview/previewState';
import type { Editor } from '../editor';
import { icon } from '../icon';
import { ListedRows } from '../list/listedRows';
import { RecordGrid } from '../list/recordGrid';
import type { PageTab } from '../tabs/pageTab';
import type { ListedRequest } from './requestCells';
import { REQUEST_COLUMNS, requestCells } from './requestCells';
import { sizeWords } from './sizeWords';

/** The requests that the extract becomes, as they would be sent: each opens as a document. */
export class RequestsTab implements PageTab {
  readonly key = 'requests';
  readonly title = 'Requests';
  readonly #editor: Pick<Editor, 'tell'>;
  readonly #changed: () => void;
  readonly #rows: ListedRows<ListedRequest>;
  readonly #grid: RecordGrid<ListedRequest>;
  #isAttached = false;
  readonly #cells = requestCells((number) => {
    this.#open(number);
  });
  #chosen = 1;
  /** The first reading that was shown; a different one means that something has changed since. */
  #reading: number | undefined;

  /** @param changed called when there is something else to draw */
  constructor(editor: Editor, changed: () => void) {
    this.#editor = editor;
    this.#changed = changed;
    const ask = async (from: number, count: number): Promise<readonly ListedRequest[]> =>
      (await editor.requests(from, count)).map((request) => ({ ...request, record: request.number }));
    this.#rows = new ListedRows(ask, true, changed);
    const nothingElse = (): void => undefined;
    this.#grid = new RecordGrid(
      { name: 'request', label: 'Requests' },
      {
        select: (number) => {
          this.#chosen = number;
          changed();
        },
        open: () => {
          this.#open(this.#chosen);
        },
        escape: nothingElse,
        sort: nothingElse,
        scrolled: nothingElse,
        sized: (requestWidths) => {
          editor.keepLayout({ requestWidths });
        },
      },
    );
    this.layOut(editor.kept);
  }

  /** Restores the list. */
  layOut({ requestWidths }: PageLayout): void {
    if (requestWidths !== undefined) this.#grid.widths = requestWidths;
  }

  isOffered({ mapping }: PreviewContent): boolean {
    return mapping !== '';
  }

  take({ requests, edition }: PreviewContent): void {
    this.#rows.resize(requests.count, edition);
    this.#chosen = Math.max(1, Math.min(this.#chosen, requests.count));
  }

  view(content: PreviewContent): TemplateResult {
    if (content.isComplete) this.#reading ??= content.reading;
    const isThere = content.requests.count > 0;
    return html`<section class="requests" aria-label="Requests as they would be sent">
      <div class="request-bar">
        <p>${totals(content)}</p>
        ${isThere ? this.#tools(content) : nothing}
      </div>
      <p class="quiet request-note">${whatTheyAre(content)}</p>
      ${this.#reading === undefined || this.#reading === content.reading ? nothing : this.#changeNote()}
      <div class="list-frame" ?hidden=${!isThere}>${this.#grid.element}</div>
    </section>`;
  }

  drawn(): void {
    if (!this.#isAttached) this.#grid.attach();
    this.#isAttached = true;
    this.#grid.show(this.#rows, this.#chosen, {
      columns: REQUEST_COLUMNS,
      sort: undefined,
      place: undefined,
      cells: this.#cells,
    });
  }

  #open(number: number): void {
    this.#editor.tell({ type: 'openRequest', number });
  }

  #tools({ isComplete, requests }: PreviewContent): TemplateResult {
    const number = this.#chosen;
    const open = () => {
      this.#open(number);
    };
    const save = () => {
      this.#editor.tell({ type: 'saveRequest', number });
    };
    const saveAll = () => {
      this.#editor.tell({ type: 'saveRequests' });
    };
    return html`<div class="request-tools">
      <vscode-button @click=${open}>Open Request ${formatCount(number)}</vscode-button>
      <vscode-button secondary @click=${save}>Save Request ${formatCount(number)}</vscode-button>
      ${
        requests.count === 1
          ? nothing
          : html`<vscode-button
              secondary
              ?disabled=${!isComplete}
              title="One file with a request on each line, as the command convert writes it"
              @click=${saveAll}
              >Save All</vscode-button
            >`
      }
    </div>`;
  }

  /** The list is read again by itself. */
  #changeNote(): TemplateResult {
    return html`<p class="request-note" role="status">
      ${icon('sync')} The extract or the mapping has changed. These are the requests as they are now.
      <button
        class="link"
        @click=${() => {
          this.#reading = undefined;
          this.#changed();
        }}
      >
        Hide
      </button>
    </p>`;
  }
}

function totals({ requests, counts, isComplete, share }: PreviewContent): string {
  if (requests.count === 0) return isComplete ? 'No record becomes an operation: there is no request.' : 'Reading …';
  const all = `${counted(requests.count, 'request')}, ${sizeWords(requests.bytes)}`;
  return isComplete
    ? `${all}, with ${counted(counts.operations, 'operation')}`
    : `${all} so far, ${Math.floor(share * 100)} % read`;
}

/** Which of the possible plans they belong to: another choice makes other requests. */
function whatTheyAre({ requests: { pilot, count } }: PreviewContent): string {
  if (count === 0) return '';
  const first = pilot === 0 ? '' : ` The first request is the pilot: ${counted(pilot, 'operation')}, sent alone.`;
  return `These are the requests for everybody whom the mapping takes.${first} Sending changes alone, as the command line can, makes other requests.`;
}
