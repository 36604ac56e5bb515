/** The list's share of the space in percent: of the width next to the record, and of the height above it. */
export interface ListShare {
  readonly wide: number;
  readonly narrow: number;
}

/** The layout of a page, which the next page of the same extract adopts. */
export interface PageLayout {
  readonly share?: ListShare;
  /** Columns of the extract that the user chose to show, by index from 0. */
  readonly columns?: readonly number[] | undefined;
  /** Widths that the user has set, in CSS pixels, for the lists of records, compared people and requests. */
  readonly widths?: ColumnWidths;
  readonly peopleWidths?: ColumnWidths;
  readonly requestWidths?: ColumnWidths;
}

/** By column name, or by column index in the extract. */
type ColumnWidths = Readonly<Record<string, number>>;

/** Parses a layout from the page or from VS Code's storage; of another version's layout, as much as is understood. */
export function parsePageLayout(given: unknown): PageLayout {
  if (!isObject(given)) return {};
  const { columns } = given;
  const share = parseShare(given.share);
  return {
    ...(share !== undefined && { share }),
    ...(Array.isArray(columns) && columns.every(isPlace) && { columns }),
    ...Object.fromEntries(
      WIDTHS.flatMap((member) => {
        const widths = parseWidths(given[member]);
        return widths === undefined ? [] : [[member, widths] as const];
      }),
    ),
  };
}

function parseShare(given: unknown): ListShare | undefined {
  if (!isObject(given)) return undefined;
  const { wide, narrow } = given;
  return isPercent(wide) && isPercent(narrow) ? { wide, narrow } : undefined;
}

const WIDTHS = ['widths', 'peopleWidths', 'requestWidths'] as const;

function parseWidths(given: unknown): ColumnWidths | undefined {
  if (!isObject(given)) return undefined;
  const widths = Object.entries(given).filter((entry): entry is [string, number] => isPlace(entry[1]));
  return Object.fromEntries(widths.filter(([name]) => /^(?:[a-z]+|\d+)$/.test(name)));
}

function isPlace(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function isPercent(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= 100;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
