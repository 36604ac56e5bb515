import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { PreviewContent, PreviewDetail, PreviewPrediction, RecordFilter } from '../../preview/previewState';
import type { PageLayout } from '../../preview/pageLayout';
import { ChosenCard } from '../detail/chosenCard';
import type { Editor, Said } from '../editor';
import type { ListRoom } from '../layout/listRoom';
import type { Splitter } from '../layout/splitter';
import { ListSection } from '../list/listSection';
import { looksOf } from '../recordLook';
import type { PageTab } from './pageTab';

/** The requests of the records to the rest of the page. */
interface RecordsEvents {
  /** The page must be redrawn. */
  readonly changed: () => void;
  /** Part of them is visible, regardless of what else is shown. */
  readonly show: () => void;
}

/** Every record in a list, and the selected one as a card. */
export class RecordsTab implements PageTab {
  readonly key = 'records';
  readonly title = 'Records';
  readonly #editor: Editor;
  readonly #events: RecordsEvents;
  readonly #card: ChosenCard;
  readonly #splitter: Splitter;
  readonly #list: ListSection;
  /** The selected record, by its number, and what is known of it. */
  #selected: number | undefined;
  #detail: PreviewDetail | { readonly failure: string } | undefined;
  /** Counts requests: an answer to any but the last is ignored. */
  #questions = 0;
  #prediction: PreviewPrediction | undefined;
  /** The edition of the detail. */
  #edition: number | undefined;
  /** The cells of one record that should be visible. */
  #marked: { readonly record: number; readonly columns: readonly string[] } | undefined;

  constructor(editor: Editor, room: ListRoom, events: RecordsEvents) {
    this.#editor = editor;
    this.#events = events;
    this.#card = new ChosenCard(editor);
    this.#splitter = room.splitter();
    this.#list = new ListSection(editor, {
      choose: (record) => void this.#choose(record),
      open: () => {
        document.querySelector<HTMLElement>('.detail')?.focus();
      },
      changed: events.changed,
    });
    this.#selected = editor.kept.record;
  }

  get filter(): RecordFilter {
    return this.#list.filter;
  }

  isOffered(): boolean {
    return true;
  }

  /** Restores the list. */
  layOut(layout: PageLayout): void {
    this.#list.layOut(layout);
  }

  narrow(filter: RecordFilter): void {
    this.#events.show();
    this.#list.narrow(filter);
  }

  /** Moves the focus to the list. */
  focus(): void {
    this.#events.show();
    this.#list.focus();
  }

  take(content: PreviewContent): void {
    this.#list.take(content);
    this.#follow(content);
  }

  hear(message: Said): void {
    switch (message.type) {
      case 'reveal':
        this.#events.show();
        void this.#reveal(message.record, message.columns);
        return;
      case 'cursor':
        if (message.record === this.#selected) return;
        this.#list.reveal(message.record);
        void this.#select(message.record);
        return;
      case 'flow':
      case 'happened':
      case 'fixes':
        this.#card.hear(message);
        this.#events.changed();
        return;
      default:
    }
  }

  view(content: PreviewContent): TemplateResult {
    return html`<div class="panes">
      ${this.#list.view(content)} ${this.#splitter.element}
      <section
        class="detail"
        aria-label="The chosen record"
        tabindex="-1"
        @keydown=${(event: KeyboardEvent) => {
          // Escape returns to the list
          if (event.key === 'Escape' && !event.defaultPrevented) this.#list.focus();
        }}
      >
        ${this.#chosen(content)}
      </section>
    </div>`;
  }

  drawn(content: PreviewContent): void {
    this.#list.draw(content, this.#selected);
    this.#card.drawn();
  }

  /** A record is selected in the list: the cursor in the extract follows. */
  async #choose(record: number): Promise<void> {
    await this.#select(record);
    const detail = this.#detail;
    if (this.#selected !== record || detail === undefined || 'failure' in detail) return;
    this.#editor.tell({ type: 'chosen', record, line: detail.row.line });
  }

  /** Records may have moved: the selected one is shown again as soon as it is read, if it still exists. */
  #follow({ edition, counts, isComplete }: PreviewContent): void {
    if (edition === this.#edition || counts.records === 0) return;
    const wanted = this.#selected ?? 1;
    if (wanted > counts.records && !isComplete) return;
    this.#edition = edition;
    void this.#selectAgain(wanted, counts.records);
  }

  /** Shows every record, with this one selected and its cells marked. */
  async #reveal(record: number, columns: readonly string[]): Promise<void> {
    this.#marked = { record, columns };
    this.#list.revealAmongAll(record);
    await this.#select(record);
    document.querySelector('.marked')?.scrollIntoView({ block: 'nearest' });
  }

  /** The last selected record may have another number by now; the first one if it no longer exists. */
  async #selectAgain(record: number, records: number): Promise<void> {
    await this.#select(record, true);
    const detail = this.#detail;
    if (detail !== undefined && 'failure' in detail && record > records) await this.#select(1);
  }

  async #select(record: number, follows = false): Promise<void> {
    if (record !== this.#selected) this.#prediction = undefined;
    this.#selected = record;
    this.#editor.keep({ record });
    this.#card.choose(record);
    const question = ++this.#questions;
    this.#events.changed();
    const answer = await this.#editor
      .detail(record, follows)
      .catch((error: unknown) => ({ failure: error instanceof Error ? error.message : String(error) }));
    if (question !== this.#questions) return;
    this.#detail = answer;
    const now = 'failure' in answer ? record : answer.row.record;
    if (now !== record) this.#renumber(record, now);
    const isSent = !('failure' in answer) && answer.operation !== '';
    if (!isSent) this.#prediction = undefined;
    this.#events.changed();
    if (isSent) void this.#predict(now, question, false);
  }

  /** What is known about the record stays valid. */
  #renumber(before: number, now: number): void {
    this.#selected = now;
    this.#editor.keep({ record: now });
    this.#card.choose(now);
    if (this.#marked?.record === before) this.#marked = { ...this.#marked, record: now };
  }

  /** Reading a tenant takes longer than reading the extract, so the record is shown first. */
  async #predict(record: number, question: number, isWanted: boolean): Promise<void> {
    const answer = await this.#editor.prediction(record, isWanted).catch(() => undefined);
    if (question !== this.#questions) return;
    this.#prediction = answer;
    this.#events.changed();
  }

  #chosen(content: PreviewContent): TemplateResult | typeof nothing {
    const [selected, detail] = [this.#selected, this.#detail];
    if (selected === undefined || detail === undefined) return nothing;
    if ('failure' in detail) return html`<p class="problem" role="alert">${detail.failure}</p>`;
    const { record } = detail.row;
    if (record !== selected) return nothing;
    return this.#card.view(detail, {
      outcome: looksOf(content)(detail.row.state),
      marked: new Set(this.#marked?.record === selected ? this.#marked.columns : []),
      showCells: (line, columns) => {
        this.#editor.tell({ type: 'showCells', line, columns });
      },
      prediction: this.#prediction,
      predict: () => void this.#predict(record, this.#questions, true),
    });
  }
}
