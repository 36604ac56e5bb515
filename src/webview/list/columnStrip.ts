import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from '@tanstack/virtual-core';
import type { ColumnKey, ListColumn } from './columns';
import { ownWidth, trackList, widthWithin } from './columns';
import type { GridCells } from './gridCells';
import { TextRuler } from './textRuler';

/** The room left and right of a cell's text. */
const PADDING = 16;

/** The additional room in a title, for the sort arrow. */
const ARROW = 16;

/** The additional room of an outcome, for its icon. */
const ICON = 22;

/** The width of the elastic column that the others leave to it, by its content. */
const [MIN_ELASTIC, MAX_ELASTIC] = [110, 220];

/** The minimum widths of columns, by key; those of the extract share one. */
type Leasts = Partial<Record<Exclude<ColumnKey, number> | 'cells', number>>;

/**
 * Columns that give way where all of them would fit with less: their texts are cut, and whole in the tooltip. Outcomes yield only where it
 * is not enough that the others do.
 */
const YIELDING: readonly Leasts[] = [
  { name: 128, ids: 128, change: 128, cells: 96 },
  { name: 72, ids: 72, change: 72, cells: 72, state: 72 },
];

/** The columns that yield, and the share of what they can yield that they do, 0 to 1. */
interface Yielding {
  readonly leasts: Leasts;
  readonly share: number;
}

const NOTHING_YIELDED: Yielding = { leasts: {}, share: 0 };

/** A column in its place, or the room of columns that are scrolled away. */
export type DrawnColumn = { readonly column: ListColumn; readonly index: number } | { readonly gap: number };

/** The drawn columns. */
export interface DrawnColumns {
  readonly columns: readonly DrawnColumn[];
  /** For `grid-template-columns`. */
  readonly tracks: string;
  /** Of all columns, in pixels. */
  readonly width: number;
}

/** The columns of the grid: their widths, and which of them are in sight, however many there are. */
export class ColumnStrip {
  readonly #element: HTMLElement;
  readonly #ruler = new TextRuler();
  readonly #virtualizer: Virtualizer<HTMLElement, HTMLElement>;
  #columns: readonly ListColumn[] = [];
  #chosen: Readonly<Record<string, number>> = {};
  /** Widths of columns that the user has not sized, by their content; kept, so that nothing jumps while scrolling. */
  readonly #own = new Map<string, number>();

  #yielding = NOTHING_YIELDED;

  /** @param onChange called when other columns come into sight */
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

  /** Widths that the user has chosen, by column. */
  get chosen(): Readonly<Record<string, number>> {
    return this.#chosen;
  }

  set chosen(widths: Readonly<Record<string, number>>) {
    this.#chosen = widths;
    this.#virtualizer.measure();
  }

  /** Call this once the element is in the page. */
  attach(): void {
    this.#virtualizer._didMount();
    this.#virtualizer._willUpdate();
  }

  /** @param width left out: the automatic width */
  choose(key: ColumnKey, width: number | undefined): void {
    const { [String(key)]: _former, ...others } = this.#chosen;
    this.chosen = width === undefined ? others : { ...others, [String(key)]: widthWithin(width) };
  }

  /** The drawn width, in pixels. */
  widthOf(key: ColumnKey): number {
    const index = this.#columns.findIndex((column) => column.key === key);
    const head = this.#element.querySelector(`[role=columnheader][aria-colindex="${index + 1}"]`);
    return head?.getBoundingClientRect().width ?? this.#widthAt(index);
  }

  /** Gives columns that the user has not sized their widths, by the first rows. */
  show<Row>(columns: readonly ListColumn[], rows: readonly Row[], cells: Pick<GridCells<Row>, 'text'>): void {
    let isNew = columns.map(ownKey).join('\n') !== this.#columns.map(ownKey).join('\n');
    this.#columns = columns;
    const { leasts, share } = this.#yielding;
    for (const column of columns) {
      const key = ownKey(column);
      const texts = this.#own.has(key) ? [] : rows.flatMap((row) => cells.text(row, column.key) ?? []);
      if (texts.length === 0) continue;
      this.#own.set(key, this.#fitting(column, texts));
      isNew = true;
    }
    this.#fit();
    if (!isNew && leasts === this.#yielding.leasts && share === this.#yielding.share) return;
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

  /** The columns in sight, and the frozen one at any position. */
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
    const { leasts, share } = this.#yielding;
    return Math.round(this.#wishOf(column) - share * this.#spareOf(column, leasts));
  }

  /** The width by content alone. */
  #wishOf(column: ListColumn): number {
    const own = this.#own.get(ownKey(column)) ?? this.#fitting(column, []);
    return column.isElastic === true ? Math.max(MIN_ELASTIC, Math.min(MAX_ELASTIC, own)) : own;
  }

  /** How much of it the column can do without. */
  #spareOf(column: ListColumn, leasts: Leasts): number {
    if (this.#chosen[String(column.key)] !== undefined) return 0;
    const wish = this.#wishOf(column);
    const least = leasts[typeof column.key === 'number' ? 'cells' : column.key];
    return wish - Math.min(wish, least ?? wish);
  }

  /** Columns yield only if that spares the user from scrolling sideways. */
  #fit(): void {
    this.#yielding = NOTHING_YIELDED;
    const wished = this.#columns.reduce((sum, _, index) => sum + this.#widthAt(index), 0);
    if (wished <= this.#element.clientWidth) return;
    // A pixel for each column, which is rounded
    const lack = wished + this.#columns.length - this.#element.clientWidth;
    for (const leasts of YIELDING) {
      const spare = this.#columns.reduce((sum, column) => sum + this.#spareOf(column, leasts), 0);
      if (lack > spare) continue;
      this.#yielding = { leasts, share: lack / spare };
      return;
    }
  }

  #fitting({ key, title, sort }: ListColumn, texts: readonly string[]): number {
    const icon = key === 'state' ? ICON : 0;
    const shown = texts.map((text) => this.#ruler.widthOf(text, this.#element) + PADDING + icon);
    const arrow = sort === undefined ? 0 : ARROW;
    return ownWidth(this.#ruler.widthOf(title, this.#element) + PADDING + arrow, shown);
  }
}

/** A column of the extract by number and name: the number alone may mean another column tomorrow. */
function ownKey({ key, title }: ListColumn): string {
  return `${key} ${title}`;
}
