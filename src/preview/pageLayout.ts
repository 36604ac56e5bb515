/** What the list takes of the room, in percent: of the width beside the record, and of the height above it. */
export interface ListShare {
  readonly wide: number;
  readonly narrow: number;
}

/** How a page is laid out, which the next page of the same extract takes over. */
export interface PageLayout {
  readonly share?: ListShare;
  /** Columns of the extract that the user wants to see, by their numbers from 0. */
  readonly columns?: readonly number[] | undefined;
  /** Of columns that the user has sized, in CSS pixels: of the records, of the people who are compared, of the requests. */
  readonly widths?: ColumnWidths;
  readonly peopleWidths?: ColumnWidths;
  readonly requestWidths?: ColumnWidths;
}

/** By the names of columns of a list, or their numbers in the extract. */
type ColumnWidths = Readonly<Record<string, number>>;

/** A layout that a page or VS Code's memory gives; of what another version wrote, as much as is understood. */
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
