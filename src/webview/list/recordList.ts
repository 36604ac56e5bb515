import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from '@tanstack/virtual-core';
import type { TemplateResult } from 'lit';
import { html, nothing, render } from 'lit';
import type { ListedRows } from './listedRows';
import { lookOfState } from '../stateLook';

const ROW_HEIGHT = 24;

/** Rows from which on lines need more room than those of most extracts: above 99,999. */
const LONG = 90_000;

/** A browser lays out 33,554,432 pixels, and no more. */
export const MAX_LISTED_ROWS = 1_390_000;

interface ListLook {
  /** The row to be brought into sight. */
  readonly place: number | undefined;
  readonly hasStates: boolean;
  /** Whether an error keeps everything from being sent. */
  readonly isStopped: boolean;
}

/** The list of records: only the rows in sight are in the page, however many there are. */
export class RecordList {
  readonly element: HTMLElement;
  readonly #onSelect: (record: number) => void;
  readonly #canvas = document.createElement('div');
  readonly #virtualizer: Virtualizer<HTMLElement, HTMLElement>;
  #rows: ListedRows | undefined;
  /** Whether rows are said to be in a state: records alone are in none. */
  #hasStates = true;
  #isStopped = false;
  #selected: number | undefined;

  constructor(onSelect: (record: number) => void) {
    this.#onSelect = onSelect;
    this.element = document.createElement('div');
    this.element.className = 'list';
    this.element.tabIndex = 0;
    this.element.setAttribute('role', 'listbox');
    this.element.setAttribute('aria-label', 'Records');
    this.#canvas.className = 'canvas';
    this.element.append(this.#canvas);
    this.element.addEventListener('keydown', (event) => {
      this.#onKey(event);
    });
    this.#virtualizer = new Virtualizer({
      count: 0,
      getScrollElement: () => this.element,
      estimateSize: () => ROW_HEIGHT,
      overscan: 12,
      scrollToFn: elementScroll,
      observeElementRect,
      observeElementOffset,
      onChange: () => {
        this.#draw();
      },
    });
  }

  /** To be called once the element is in the page. */
  attach(): void {
    this.#virtualizer._didMount();
    this.#virtualizer._willUpdate();
  }

  /**
   * Shows these rows.
   */
  show(rows: ListedRows, selected: number | undefined, { place, hasStates, isStopped }: ListLook): void {
    this.#hasStates = hasStates;
    this.#isStopped = isStopped;
    this.element.classList.toggle('long', rows.length > LONG);
    this.#rows = rows;
    this.#selected = selected;
    this.#virtualizer.setOptions({ ...this.#virtualizer.options, count: Math.min(rows.length, MAX_LISTED_ROWS) });
    this.#virtualizer._willUpdate();
    this.#virtualizer.measure();
    if (place !== undefined && place < rows.length)
      this.#virtualizer.scrollToIndex(place, { align: rows.length > LONG ? 'center' : 'auto' });
    this.#draw();
  }

  #draw(): void {
    this.#canvas.style.height = `${this.#virtualizer.getTotalSize()}px`;
    const items = this.#virtualizer.getVirtualItems();
    render(
      items.map(({ index }) => this.#row(index)),
      this.#canvas,
    );
    const drawn = [...this.#canvas.children];
    items.forEach(({ start }, place) => {
      const row = drawn[place];
      // The policy of the page forbids style attributes, not styles that are set
      if (row instanceof HTMLElement) row.style.transform = `translateY(${start}px)`;
    });
    if ((this.#rows?.indexOf(this.#selected) ?? -1) < 0) this.element.removeAttribute('aria-activedescendant');
    else this.element.setAttribute('aria-activedescendant', `record-${this.#selected ?? 0}`);
  }

  #row(index: number): TemplateResult {
    const row = this.#rows?.at(index);
    if (row === undefined)
      return html`<div class="row pending" role="option" aria-busy="true" aria-posinset=${index + 1}>
        <span class="line"></span><span class="name">…</span>
      </div>`;
    const { word, tone } = lookOfState(row.state, this.#isStopped);
    const selected = row.record === this.#selected;
    return html`<div
      class="row"
      id="record-${row.record}"
      role="option"
      aria-selected=${selected}
      aria-posinset=${index + 1}
      aria-setsize=${this.#rows?.length}
      title=${row.note}
      @click=${() => {
        this.#onSelect(row.record);
      }}
    >
      <span class="line">${row.line}</span>
      <span class="name">${row.name || row.id || '(no name)'}</span>
      <span class="id">${row.id}</span>
      ${this.#hasStates || row.state === 'refused' ? html`<span class="state ${tone}">${word}</span>` : nothing}
    </div>`;
  }

  #onKey(event: KeyboardEvent): void {
    const rows = this.#rows;
    if (rows === undefined) return;
    const at = rows.indexOf(this.#selected);
    const page = Math.max(1, Math.floor(this.element.clientHeight / ROW_HEIGHT) - 1);
    const steps: Partial<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: rows.length - 1,
    };
    const wanted = steps[event.key];
    if (wanted === undefined) return;
    event.preventDefault();
    const index = Math.min(Math.max(wanted, 0), Math.min(rows.length, MAX_LISTED_ROWS) - 1);
    if (index < 0) return;
    this.#virtualizer.scrollToIndex(index);
    void rows.load(index).then((row) => {
      // Other rows may be shown by now
      if (row !== undefined && rows === this.#rows) this.#onSelect(row.record);
    });
  }
}
