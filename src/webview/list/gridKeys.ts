/** The action of a key in the grid. */
export type GridMove =
  /** To a row, by its place. */
  | { readonly kind: 'row'; readonly place: number }
  | { readonly kind: 'head' }
  /** To the column this many places to the right. */
  | { readonly kind: 'column'; readonly step: number }
  /** Makes the column wider or narrower. */
  | { readonly kind: 'size'; readonly step: number }
  | { readonly kind: 'sort' | 'open' | 'escape' };

interface GridPlace {
  /** The place of the selected row; -1 if it is not known. */
  readonly at: number;
  /** Rows in sight. */
  readonly page: number;
  readonly count: number;
  readonly isInHead: boolean;
}

type Key = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey'>;

/** The action of a key in the grid; `undefined` for other keys. */
export function gridMove({ key, shiftKey, ctrlKey, metaKey }: Key, grid: GridPlace): GridMove | undefined {
  const { at, page, count, isInHead } = grid;
  // Ctrl+Home and Ctrl+End mean the same as alone; other combinations belong to the editor
  const isControlled = ctrlKey || metaKey;
  if (isControlled && key !== 'Home' && key !== 'End') return undefined;
  if (key === 'ArrowLeft' || key === 'ArrowRight')
    return { kind: shiftKey ? 'size' : 'column', step: key === 'ArrowLeft' ? -1 : 1 };
  if (shiftKey) return undefined;
  if (key === 'Escape') return { kind: 'escape' };
  if (isInHead && (key === 'Enter' || key === ' ')) return { kind: 'sort' };
  if (key === 'Enter') return { kind: 'open' };
  if (key === 'ArrowUp' && (at <= 0 || isInHead)) return { kind: 'head' };
  const row = (place: number): GridMove | undefined =>
    count === 0 ? undefined : { kind: 'row', place: Math.min(count - 1, Math.max(0, place)) };
  switch (key) {
    case 'ArrowDown':
      return row(isInHead ? Math.max(0, at) : at + 1);
    case 'ArrowUp':
      return row(at - 1);
    case 'PageDown':
      return row(at + page);
    case 'PageUp':
      return row(at - page);
    case 'Home':
      return row(0);
    case 'End':
      return row(count - 1);
    default:
      return undefined;
  }
}
