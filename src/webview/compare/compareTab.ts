import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { ComparedDetail, ComparedFilter, ComparedRow } from '../../preview/comparison/comparedPeople';
import type { CompareState } from '../../preview/comparison/compareState';
import type { PageLayout } from '../../preview/pageLayout';
import type { PreviewContent } from '../../preview/previewState';
import type { Editor, Said } from '../editor';
import type { ReadinessLook } from '../head/readinessView';
import type { ListRoom } from '../layout/listRoom';
import type { Splitter } from '../layout/splitter';
import { RecordGrid } from '../list/recordGrid';
import type { PageTab } from '../tabs/pageTab';
import { compareHead } from './compareHead';
import { personCard } from './personCard';
import { PEOPLE_COLUMNS, personCells } from './personCells';
import { ShownPeople } from './shownPeople';

/** The requests of the comparison to the rest of the page. */
interface CompareEvents {
  /** The page must be redrawn. */
  readonly changed: () => void;
  /** A record is selected, and should be selected in the tab "Records" too. */
  readonly choose: (record: number) => void;
  /** Shows the record among the others. */
  readonly showRecord: (record: number) => void;
  /** The targets of the guards' reasons. */
  readonly readiness: (content: PreviewContent) => ReadinessLook;
}

/** The extract beside another one, or beside what was last sent: who is new, has changed, or is missing. */
export class CompareTab implements PageTab {
  readonly key = 'compare';
  readonly title = 'Compare';
  readonly #editor: Editor;
  readonly #events: CompareEvents;
  readonly #people: ShownPeople;
  readonly #grid: RecordGrid<ComparedRow>;
  readonly #splitter: Splitter;
  #state: CompareState | undefined;
  /** What it was compared with last. */
  #other: string | undefined;
  /** The edition that the list and the card show. */
  #edition: number | undefined;
  #selected: number | undefined;
  #detail: ComparedDetail | undefined;
  /** Counts requests: an answer to any but the last is ignored. */
  #questions = 0;
  #isAsked = false;
  #isAttached = false;

  constructor(editor: Editor, room: ListRoom, events: CompareEvents) {
    this.#editor = editor;
    this.#events = events;
    this.#splitter = room.splitter();
    this.#people = new ShownPeople(editor, events.changed);
    this.#grid = new RecordGrid(
      { name: 'person', label: 'People' },
      {
        select: (record) => void this.#choose(record),
        open: () => {
          document.querySelector<HTMLElement>('.person-card')?.focus();
        },
        escape: () => {
          this.#narrow({ text: '' });
        },
        sort: () => undefined,
        scrolled: () => undefined,
        sized: (peopleWidths) => {
          editor.keepLayout({ peopleWidths });
        },
      },
    );
    this.layOut(editor.kept);
  }

  /** Restores the list. */
  layOut({ peopleWidths }: PageLayout): void {
    if (peopleWidths !== undefined) this.#grid.widths = peopleWidths;
  }

  isOffered({ mapping }: PreviewContent): boolean {
    return mapping !== '';
  }

  hear(message: Said): void {
    if (message.type !== 'comparison') return;
    const { state } = message;
    this.#noteOther(state);
    this.#state = state;
    if (state.kind === 'compared') {
      this.#people.take(state.content);
      const { edition } = state.content;
      if (edition !== this.#edition && this.#selected !== undefined) void this.#select(this.#selected);
      this.#edition = edition;
    } else this.#forget();
    this.#events.changed();
  }

  /** With somebody else people are something else: a filter could leave nobody, and its chip would be gone. */
  #noteOther(state: CompareState): void {
    const other = 'other' in state ? JSON.stringify(state.other) : undefined;
    if (other !== this.#other && this.#people.isNarrowed) this.#people.narrow({ text: '' });
    this.#other = other;
  }

  view(content: PreviewContent): TemplateResult {
    const state = this.#state;
    return html`<section class="compare" aria-label="Comparison">
      <div class="compare-head">
        ${compareHead(state, content, {
          filter: this.#people.filter,
          narrow: (filter) => {
            this.#narrow(filter);
          },
          goToList: () => {
            this.#grid.focus();
          },
          wish: (wish) => {
            this.#editor.tell({ type: 'compareWith', wish });
          },
          showOther: this.#showOther,
          readiness: this.#events.readiness(content),
        })}
      </div>
      ${state?.kind === 'compared' ? this.#panes(content, state) : nothing}
    </section>`;
  }

  drawn(): void {
    if (!this.#isAsked) this.#editor.tell({ type: 'compare' });
    this.#isAsked = true;
    if (this.#state?.kind !== 'compared') {
      this.#isAttached = false;
      return;
    }
    if (!this.#isAttached) this.#grid.attach();
    this.#isAttached = true;
    this.#grid.show(this.#people.rows, this.#selected, {
      columns: PEOPLE_COLUMNS,
      sort: undefined,
      place: undefined,
      cells: personCells,
    });
  }

  #panes(content: PreviewContent, { other }: Extract<CompareState, { readonly kind: 'compared' }>): TemplateResult {
    return html`<div class="panes">
      <section class="records people" aria-label="List of people">
        <div class="list-frame">${this.#grid.element}</div>
        ${this.#emptyList()}
      </section>
      ${this.#splitter.element}
      <section
        class="detail person-card"
        aria-label="The chosen person"
        tabindex="-1"
        @keydown=${(event: KeyboardEvent) => {
          // Escape returns to the list
          if (event.key === 'Escape' && !event.defaultPrevented) this.#grid.focus();
        }}
      >
        ${
          this.#detail === undefined
            ? html`<p class="quiet">Choose a person to see what differs.</p>`
            : personCard(this.#detail, {
                own: content.extract,
                ...(other.kind === 'extract' && { other: other.name }),
                showRecord: this.#events.showRecord,
                showCells: (line, columns) => {
                  this.#editor.tell({ type: 'showCells', line, columns });
                },
                showOther: this.#showOther,
              })
        }
      </section>
    </div>`;
  }

  #emptyList(): TemplateResult | typeof nothing {
    const { rows, isSettled, filter, isNarrowed } = this.#people;
    if (!isSettled || rows.length > 0) return nothing;
    if (!isNarrowed) return html`<div class="empty" role="status"><p>There is nobody to be listed.</p></div>`;
    return html`<div class="empty" role="status">
      <p class="nothing">${filter.text === '' ? 'Nobody matches.' : `Nobody found for "${filter.text}".`}</p>
      <vscode-button
        secondary
        @click=${() => {
          this.#narrow({ text: '' });
        }}
        >Show Everybody</vscode-button
      >
    </div>`;
  }

  readonly #showOther = (line: number, columns: readonly string[]): void => {
    this.#editor.tell({ type: 'showOther', line, columns });
  };

  #narrow(filter: ComparedFilter): void {
    this.#people.narrow(filter);
    this.#events.changed();
  }

  #forget(): void {
    this.#selected = undefined;
    this.#detail = undefined;
    this.#questions++;
  }

  /** A person is selected: the record is selected among the records too, and the cursor in the extract follows. */
  async #choose(record: number): Promise<void> {
    await this.#select(record);
    const detail = this.#detail;
    if (this.#selected !== record || detail?.line === undefined) return;
    this.#events.choose(record);
    this.#editor.tell({ type: 'chosen', record, line: detail.line });
  }

  async #select(record: number): Promise<void> {
    this.#selected = record;
    const question = ++this.#questions;
    this.#events.changed();
    const detail = await this.#editor.comparedDetail(record).catch(() => undefined);
    if (question !== this.#questions) return;
    this.#detail = detail;
    this.#events.changed();
  }
}
