import type { TemplateResult } from 'lit';
import { render } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ListSort, SortKey } from '../../preview/previewState';
import { AwaitedRow } from './awaitedRow';
import type { ColumnKey, ListColumn } from './columns';
import type { DrawnColumn } from './columnStrip';
import { ColumnStrip } from './columnStrip';
import { gridHead } from './gridHead';
import { gridMove } from './gridKeys';
import { gridRow, pendingRow } from './gridRow';
import type { GridCells } from './gridCells';
import type { ListedRows, NumberedRow } from './listedRows';
import { ScaledScroll } from './scaledScroll';

/** The same value is in the stylesheet. */
const ROW_HEIGHT = 24;

/** Rows that are drawn above and below those in sight. */
const OVERSCAN = 8;

/** Pixels of a column's width per press of a key. */
const WIDTH_STEP = 16;

/** The requests of the grid. */
export interface GridEvents {
  readonly select: (record: number) => void;
  /** Moves the focus to the selected record. */
  readonly open: () => void;
  /** The user dismisses the filter. */
  readonly escape: () => void;
  readonly sort: (sort: ListSort | undefined) => void;
  /** The list has stopped scrolling, with this row at the top. */
  readonly scrolled: (place: number) => void;
  /** The user has sized a column. */
  readonly sized: (widths: Readonly<Record<string, number>>) => void;
}

/** What the grid shows. */
export interface GridLook<Row> {
  readonly columns: readonly ListColumn[];
  readonly sort: ListSort | undefined;
  /** The row to scroll into sight. */
  readonly place: number | undefined;
  readonly cells: GridCells<Row>;
}

/** A list as a grid: only the rows in sight are in the page, however many there are. */
export class RecordGrid<Row extends NumberedRow> {
  readonly element = document.createElement('div');
  readonly #events: GridEvents;
  readonly #name: string;
  readonly #head = document.createElement('div');
  readonly #canvas = document.createElement('div');
  readonly #scroll = new ScaledScroll();
  readonly #strip: ColumnStrip;
  #rows: ListedRows<Row> | undefined;
  #look: GridLook<Row> | undefined;
  #selected: number | undefined;
  readonly #awaited = new AwaitedRow<Row>();
  /** The keyboard focus: in the head or in the selected row, at a column. */
  #isInHead = false;
  #column: ColumnKey | undefined;
  #isDue = false;

  /** @param name of its content, in one word: ids in the page begin with it */
  constructor({ name, label }: { readonly name: string; readonly label: string }, events: GridEvents) {
    this.#events = events;
    this.#name = name;
    const { element } = this;
    element.className = 'list';
    element.tabIndex = 0;
    element.setAttribute('role', 'grid');
    element.setAttribute('aria-label', label);
    this.#head.className = 'grid-head';
    this.#head.setAttribute('role', 'rowgroup');
    this.#canvas.className = 'canvas';
    this.#canvas.setAttribute('role', 'rowgroup');
    element.append(this.#head, this.#canvas);
    this.#strip = new ColumnStrip(element, () => {
      this.#drawSoon();
    });
    element.addEventListener('keydown', (event) => {
      this.#onKey(event);
    });
    element.addEventListener('scroll', () => {
      this.#onScroll();
    });
    element.addEventListener('scrollend', () => {
      this.#scroll.settle();
      this.#placeBar();
      this.#events.scrolled(Math.floor(this.#scroll.top / ROW_HEIGHT));
      this.#drawSoon();
    });
    new ResizeObserver(() => {
      this.#drawSoon();
    }).observe(element);
  }

  /** Column widths that the user has chosen. */
  set widths(widths: Readonly<Record<string, number>>) {
    this.#strip.chosen = widths;
  }

  /** Call this once the element is in the page. */
  attach(): void {
    this.#strip.attach();
  }

  focus(): void {
    this.element.focus();
  }

  /** Scrolls a row to the top. */
  scrollTo(place: number): void {
    this.#scroll.goTo(place * ROW_HEIGHT);
    this.#placeBar();
    this.#drawSoon();
  }

  /** Shows these rows. */
  show(rows: ListedRows<Row>, selected: number | undefined, look: GridLook<Row>): void {
    const isOther = rows !== this.#rows;
    this.#rows = rows;
    // Something else was selected meanwhile
    if (selected !== this.#selected) this.#awaited.forget();
    this.#selected = selected;
    this.#look = look;
    this.#measure();
    if (isOther) this.#scroll.stay();
    if (look.place !== undefined && look.place < rows.length) this.#bringIntoSight(look.place);
    this.#draw();
  }

  get #columns(): readonly ListColumn[] {
    return this.#look?.columns ?? [];
  }

  get #length(): number {
    return this.#rows?.length ?? 0;
  }

  #measure(): void {
    const screen = Math.max(0, this.element.clientHeight - this.#head.offsetHeight);
    const height = this.#length * ROW_HEIGHT;
    this.#scroll.resize(height, screen);
    this.#canvas.style.height = `${this.#scroll.height}px`;
    this.#placeBar();
  }

  #bringIntoSight(place: number): void {
    // There may be more rows than at the last drawing
    this.#measure();
    this.#scroll.show(place * ROW_HEIGHT, (place + 1) * ROW_HEIGHT);
    this.#placeBar();
  }

  #placeBar(): void {
    if (Math.abs(this.element.scrollTop - this.#scroll.at) >= 1) this.element.scrollTop = this.#scroll.at;
  }

  #onScroll(): void {
    const at = this.element.scrollTop;
    // Sideways, or where the list has moved the bar itself: browsers round
    if (Math.abs(at - this.#scroll.at) >= 1) {
      this.#scroll.scrolled(at);
      this.#placeBar();
    }
    this.#drawSoon();
  }

  /** At most once per frame. */
  #drawSoon(): void {
    if (this.#isDue) return;
    this.#isDue = true;
    requestAnimationFrame(() => {
      this.#isDue = false;
      this.#measure();
      this.#draw();
    });
  }

  #draw(): void {
    const [rows, look] = [this.#rows, this.#look];
    if (rows === undefined || look === undefined || look.columns.length === 0) return;
    const { columns, sort, cells } = look;
    const { top } = this.#scroll;
    const first = Math.max(0, Math.floor(top / ROW_HEIGHT) - OVERSCAN);
    const last = Math.min(rows.length, Math.ceil((top + this.element.clientHeight) / ROW_HEIGHT) + OVERSCAN);
    const places = Array.from({ length: Math.max(0, last - first) }, (_, index) => first + index);
    const known = places.flatMap((place) => rows.at(place) ?? []);
    this.#strip.show(columns, known, cells);
    const { columns: drawn, tracks, width } = this.#strip.drawn;
    this.element.style.setProperty('--tracks', tracks);
    this.element.style.setProperty('--row-width', `${width}px`);
    this.element.setAttribute('aria-rowcount', String(rows.length + 1));
    this.element.setAttribute('aria-colcount', String(columns.length));
    render(
      gridHead(drawn, {
        name: this.#name,
        sort,
        active: this.#isInHead ? this.#column : undefined,
        sortBy: (key) => {
          this.#sortBy(key);
        },
        resize: (key, width) => {
          this.#resize(key, width);
        },
        widthOf: (key) => this.#strip.widthOf(key),
      }),
      this.#head,
    );
    render(this.#body(rows, places, { drawn, cells }), this.#canvas);
    const elements = this.#canvas.children;
    places.forEach((place, index) => {
      const element = elements[index];
      // The policy of the page forbids style attributes, but not styles that are set by code
      if (element instanceof HTMLElement)
        element.style.transform = `translateY(${Math.round(place * ROW_HEIGHT + this.#scroll.shift)}px)`;
    });
    this.#pointAtActive();
    this.#selectAwaited(rows);
  }

  #body(
    rows: ListedRows<Row>,
    places: readonly number[],
    { drawn, cells }: { readonly drawn: readonly DrawnColumn[]; readonly cells: GridCells<Row> },
  ): unknown {
    return repeat(
      places,
      (place) => place,
      (place): TemplateResult => {
        const row = rows.at(place);
        if (row === undefined) return pendingRow(place, drawn);
        const isSelected = row.record === this.#selected;
        return gridRow(row, place, drawn, {
          isSelected,
          name: this.#name,
          cells,
          active: isSelected && !this.#isInHead ? this.#column : undefined,
          select: (column) => {
            this.#awaited.forget();
            this.#isInHead = false;
            this.#column = column;
            this.#events.select(row.record);
          },
        });
      },
    );
  }

  /** The cell with the keyboard focus, for screen readers. */
  #pointAtActive(): void {
    const active = this.element.querySelector('.active') ?? this.element.querySelector('[aria-selected=true]');
    if (active === null) this.element.removeAttribute('aria-activedescendant');
    else this.element.setAttribute('aria-activedescendant', active.id);
  }

  #sortBy(key: SortKey): void {
    const sort = this.#look?.sort;
    if (sort?.by !== key) this.#events.sort({ by: key, isDescending: false });
    else if (sort.isDescending) this.#events.sort(undefined);
    else this.#events.sort({ by: key, isDescending: true });
  }

  /** @param width left out: the automatic width */
  #resize(key: ColumnKey, width: number | undefined): void {
    this.#strip.choose(key, width);
    this.#events.sized(this.#strip.chosen);
    this.#draw();
  }

  #onKey(event: KeyboardEvent): void {
    const rows = this.#rows;
    if (rows === undefined || event.altKey) return;
    const at = this.#awaited.place ?? rows.indexOf(this.#selected);
    const page = Math.max(1, Math.floor(this.element.clientHeight / ROW_HEIGHT) - 2);
    const move = gridMove(event, { at, page, count: rows.length, isInHead: this.#isInHead });
    if (move === undefined) return;
    event.preventDefault();
    switch (move.kind) {
      case 'row':
        this.#isInHead = false;
        this.#goTo(rows, move.place);
        return;
      case 'head':
        this.#isInHead = true;
        this.#column ??= this.#columns[0]?.key;
        this.#draw();
        return;
      case 'column':
        this.#goToColumn(move.step);
        return;
      case 'size': {
        const key = this.#column ?? this.#columns[0]?.key;
        if (key !== undefined) this.#resize(key, this.#strip.widthOf(key) + move.step * WIDTH_STEP);
        return;
      }
      case 'sort': {
        const sort = this.#columns.find(({ key }) => key === this.#column)?.sort;
        if (sort !== undefined) this.#sortBy(sort);
        return;
      }
      case 'open':
        this.#events.open();
        return;
      case 'escape':
        this.#events.escape();
    }
  }

  #goTo(rows: ListedRows<Row>, place: number): void {
    this.#bringIntoSight(place);
    this.#drawSoon();
    this.#awaited.goTo(rows, place);
    this.#selectAwaited(rows);
  }

  #selectAwaited(rows: ListedRows<Row>): void {
    const row = this.#awaited.take(rows);
    if (row === undefined) return;
    // Selecting draws the page, which may be what is being done
    queueMicrotask(() => {
      this.#events.select(row.record);
    });
  }

  #goToColumn(step: number): void {
    const columns = this.#columns;
    const at = columns.findIndex(({ key }) => key === this.#column);
    const next = columns[Math.min(columns.length - 1, Math.max(0, at + step))];
    if (next === undefined) return;
    this.#column = next.key;
    this.#strip.bringIntoSight(next.key);
    this.#draw();
  }
}
