import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from '@tanstack/virtual-core';
import type { ColumnKey, ListColumn } from './columns';
import { ownWidth, trackList, widthWithin } from './columns';
import type { GridCells } from './gridCells';
import { TextRuler } from './textRuler';

/** What a cell has left and right of its text. */
const PADDING = 20;

/** What a title has besides, for the arrow of the order. */
const ARROW = 18;

/** What an outcome has besides, for its icon. */
const ICON = 22;

/** The least that is left for a column that takes what is left. */
const ELASTIC = 130;

/** A column in its place, or the room of those that are scrolled away. */
export type DrawnColumn = { readonly column: ListColumn; readonly index: number } | { readonly gap: number };

/** The columns that are drawn. */
export interface DrawnColumns {
  readonly columns: readonly DrawnColumn[];
  /** For `grid-template-columns`. */
  readonly tracks: string;
  /** Of all columns, in pixels. */
  readonly width: number;
}

/** The columns of the grid: how wide each is, and which of them are in sight, however many there are. */
export class ColumnStrip {
  readonly #element: HTMLElement;
  readonly #ruler = new TextRuler();
  readonly #virtualizer: Virtualizer<HTMLElement, HTMLElement>;
  #columns: readonly ListColumn[] = [];
  #chosen: Readonly<Record<string, number>> = {};
  /** Widths of columns that nobody has sized, by what is in them; kept, so that nothing jumps while one scrolls. */
  readonly #own = new Map<string, number>();

  /** @param onChange called when other columns are in sight */
  constructor(element: HTMLElement, onChange: () => void) {
    this.#element = element;
    this.#virtualizer = new Virtualizer({
      count: 0,
      horizontal: true,
      getScrollElement: () => element,
      estimateSize: (index) => this.#widthAt(index),
      overscan: 4,
      scrollToFn: elementScroll,
      observeElementRect,
      observeElementOffset,
      onChange,
    });
  }

  /** Widths that the user has chosen, by the columns. */
  get chosen(): Readonly<Record<string, number>> {
    return this.#chosen;
  }

  set chosen(widths: Readonly<Record<string, number>>) {
    this.#chosen = widths;
    this.#virtualizer.measure();
  }

  /** To be called once the element is in the page. */
  attach(): void {
    this.#virtualizer._didMount();
    this.#virtualizer._willUpdate();
  }

  /** @param width left out: as wide as it is by itself */
  choose(key: ColumnKey, width: number | undefined): void {
    const { [String(key)]: _former, ...others } = this.#chosen;
    this.chosen = width === undefined ? others : { ...others, [String(key)]: widthWithin(width) };
  }

  /** As wide as it is drawn, in pixels. */
  widthOf(key: ColumnKey): number {
    const index = this.#columns.findIndex((column) => column.key === key);
    const head = this.#element.querySelector(`[role=columnheader][aria-colindex="${index + 1}"]`);
    return head?.getBoundingClientRect().width ?? this.#widthAt(index);
  }

  /** Columns that nobody has sized get their widths by the first rows that there are. */
  show<Row>(columns: readonly ListColumn[], rows: readonly Row[], cells: Pick<GridCells<Row>, 'text'>): void {
    let isNew = columns.map(ownKey).join('\n') !== this.#columns.map(ownKey).join('\n');
    this.#columns = columns;
    for (const column of columns) {
      const key = ownKey(column);
      const texts = this.#own.has(key) ? [] : rows.flatMap((row) => cells.text(row, column.key) ?? []);
      if (texts.length === 0) continue;
      this.#own.set(key, this.#fitting(column, texts));
      isNew = true;
    }
    if (!isNew) return;
    const frozen = columns.findIndex(({ isFrozen }) => isFrozen === true);
    const scrollPaddingStart = frozen < 0 ? 0 : this.#widthAt(frozen);
    this.#virtualizer.setOptions({ ...this.#virtualizer.options, count: columns.length, scrollPaddingStart });
    this.#virtualizer._willUpdate();
    this.#virtualizer.measure();
  }

  get drawn(): DrawnColumns {
    const columns: DrawnColumn[] = [];
    const tracks: (readonly [number, boolean])[] = [];
    let end = 0;
    const skipTo = (start: number): void => {
      if (start <= end) return;
      columns.push({ gap: start - end });
      tracks.push([start - end, false]);
    };
    for (const { index, start, size } of this.#inSight()) {
      const column = this.#columns[index];
      if (column === undefined) continue;
      skipTo(start);
      columns.push({ column, index });
      tracks.push([size, this.#isElastic(column)]);
      end = start + size;
    }
    const width = this.#columns.reduce((sum, _, index) => sum + this.#widthAt(index), 0);
    skipTo(width);
    return { columns, tracks: trackList(tracks), width };
  }

  bringIntoSight(key: ColumnKey): void {
    const index = this.#columns.findIndex((column) => column.key === key);
    if (index >= 0 && this.#columns[index]?.isFrozen !== true)
      this.#virtualizer.scrollToIndex(index, { align: 'auto' });
  }

  /** Those in sight, and the frozen one wherever it is. */
  #inSight(): readonly { readonly index: number; readonly start: number; readonly size: number }[] {
    const items = this.#virtualizer.getVirtualItems();
    const frozen = this.#columns.findIndex(({ isFrozen }) => isFrozen === true);
    if (frozen < 0 || items.some(({ index }) => index === frozen)) return items;
    const start = this.#columns.slice(0, frozen).reduce((sum, _, index) => sum + this.#widthAt(index), 0);
    return [{ index: frozen, start, size: this.#widthAt(frozen) }, ...items];
  }

  #isElastic({ key, isElastic }: ListColumn): boolean {
    return isElastic === true && this.#chosen[String(key)] === undefined;
  }

  #widthAt(index: number): number {
    const column = this.#columns[index];
    if (column === undefined) return 0;
    const chosen = this.#chosen[String(column.key)];
    if (chosen !== undefined) return widthWithin(chosen);
    if (column.isElastic === true) return ELASTIC;
    return this.#own.get(ownKey(column)) ?? this.#fitting(column, []);
  }

  #fitting({ key, title }: ListColumn, texts: readonly string[]): number {
    const icon = key === 'state' ? ICON : 0;
    const shown = texts.map((text) => this.#ruler.widthOf(text, this.#element) + PADDING + icon);
    return ownWidth(this.#ruler.widthOf(title, this.#element) + PADDING + ARROW, shown);
  }
}

/** A column of the extract by its name too: by its number alone it could be another one tomorrow. */
function ownKey({ key, title }: ListColumn): string {
  return `${key} ${title}`;
}
