import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from '@tanstack/virtual-core';
import type { TemplateResult } from 'lit';
import { html, render } from 'lit';
import type { PreviewRow, PreviewRun } from '../preview/protocol';
import { stateOf } from './recordFilter';
import { lookOfState } from './stateLook';

const ROW_HEIGHT = 24;

/** The list of records: only the rows in sight are in the page, however many there are. */
export class RecordList {
  readonly element: HTMLElement;
  readonly #onSelect: (row: PreviewRow) => void;
  readonly #canvas = document.createElement('div');
  readonly #virtualizer: Virtualizer<HTMLElement, HTMLElement>;
  #rows: readonly PreviewRow[] = [];
  #run: PreviewRun | undefined;
  #selected: number | undefined;

  constructor(onSelect: (row: PreviewRow) => void) {
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

  /** Shows these rows; with `reveal` the chosen one is brought into sight. */
  show(rows: readonly PreviewRow[], run: PreviewRun | undefined, selected: number | undefined, reveal: boolean): void {
    this.#rows = rows;
    this.#run = run;
    this.#selected = selected;
    this.#virtualizer.setOptions({ ...this.#virtualizer.options, count: rows.length });
    this.#virtualizer._willUpdate();
    this.#virtualizer.measure();
    const at = reveal ? rows.findIndex((row) => row.record === selected) : -1;
    if (at >= 0) this.#virtualizer.scrollToIndex(at);
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
    const active = this.#rows.find((row) => row.record === this.#selected);
    if (active === undefined) this.element.removeAttribute('aria-activedescendant');
    else this.element.setAttribute('aria-activedescendant', `record-${active.record}`);
  }

  #row(index: number): TemplateResult {
    const row = this.#rows[index];
    if (row === undefined) return html``;
    const { word, tone } = lookOfState(stateOf(row, this.#run));
    const selected = row.record === this.#selected;
    return html`<div
      class="row"
      id="record-${row.record}"
      role="option"
      aria-selected=${selected}
      aria-posinset=${index + 1}
      aria-setsize=${this.#rows.length}
      title=${row.note}
      @click=${() => {
        this.#onSelect(row);
      }}
    >
      <span class="line">${row.line}</span>
      <span class="name">${row.name || row.id || '(no name)'}</span>
      <span class="id">${row.id}</span>
      <span class="state ${tone}">${word}</span>
    </div>`;
  }

  #onKey(event: KeyboardEvent): void {
    const at = this.#rows.findIndex((row) => row.record === this.#selected);
    const page = Math.max(1, Math.floor(this.element.clientHeight / ROW_HEIGHT) - 1);
    const steps: Partial<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: this.#rows.length - 1,
    };
    const wanted = steps[event.key];
    if (wanted === undefined) return;
    event.preventDefault();
    const index = Math.min(Math.max(wanted, 0), this.#rows.length - 1);
    const row = this.#rows[index];
    if (row === undefined) return;
    this.#virtualizer.scrollToIndex(index);
    this.#onSelect(row);
  }
}
