import { changedAttributes, OTHER_ATTRIBUTES } from '../../core/baseline/comparedPeople';
import type { IndexedRow } from '../../extract/index/indexedRow';
import type { ComparedDetail, ComparedRow, ComparedValue } from '../../preview/comparison/comparedPeople';
import type { PreviewDetail, PreviewRow, RuleTrace } from '../../preview/previewState';
import { rowWithCells } from '../list/rowWithCells';
import type { ComparedSides, ReadSide } from './comparedView';

/** Rows of the list by the numbers of their people; both extracts are read again for them. */
export async function comparedRows(sides: ComparedSides, numbers: readonly number[]): Promise<readonly ComparedRow[]> {
  const { order, own, other } = sides;
  const rows = new Map<number, ComparedRow>();
  for (const row of await rowsOf(
    own,
    numbers.filter((number) => order.leaverRow(number) === undefined),
  ))
    rows.set(row.record, rowOf(sides, row.record, row));
  const leavers = new Map(
    numbers.flatMap((number) => {
      const row = order.leaverRow(number);
      return row === undefined ? [] : [[other?.records[row] ?? 0, number] as const];
    }),
  );
  if (other !== undefined)
    for (const row of await rowsOf(other, [...leavers.keys()])) {
      const number = leavers.get(row.record) ?? 0;
      rows.set(number, rowOf(sides, number, row));
    }
  return numbers.flatMap((number) => rows.get(number) ?? []);
}

/** Everything about one person; `undefined` if the person does not exist. */
export async function comparedDetail(sides: ComparedSides, number: number): Promise<ComparedDetail | undefined> {
  const { compared, order, own, other } = sides;
  const leaver = order.leaverRow(number);
  const row = leaver ?? (compared.rows[number - 1] ?? 0) - 1;
  const now = leaver === undefined ? await detailOf(own, number) : undefined;
  const before = other === undefined || row < 0 ? undefined : await detailOf(other, other.records[row] ?? 0);
  const shown = now ?? before;
  if (shown === undefined) return undefined;
  const kind = order.kindOf(number);
  const changed = new Set(leaver === undefined ? changedAttributes(compared, number) : []);
  return {
    row: rowOf(sides, number, shown.row),
    ...(now !== undefined && { line: now.row.line }),
    ...(before !== undefined && { otherLine: before.row.line }),
    values: kind === 'left-out' ? [] : valuesOf(now, before, changed),
  };
}

function rowOf({ compared, order }: ComparedSides, number: number, { line, id, name, note }: PreviewRow): ComparedRow {
  const kind = order.kindOf(number);
  const changed = kind === 'leaver' ? [] : changedAttributes(compared, number);
  return {
    record: number,
    line,
    id,
    name,
    kind,
    changed: changed.filter((path) => path !== OTHER_ATTRIBUTES),
    hasOtherChanges: changed.includes(OTHER_ATTRIBUTES),
    note: kind === 'left-out' ? note : '',
  };
}

async function rowsOf({ extract, rows }: ReadSide, records: readonly number[]): Promise<readonly PreviewRow[]> {
  if (records.length === 0) return [];
  return rows.list(await extract.rowsAt(records.toSorted((one, other) => one - other)));
}

async function detailOf({ extract, rows }: ReadSide, record: number): Promise<PreviewDetail | undefined> {
  const read: { readonly row: IndexedRow; readonly withCells: IndexedRow } | undefined = await rowWithCells(
    extract,
    record,
  );
  if (read === undefined) return undefined;
  const [row] = rows.list([read.row]);
  return row === undefined ? undefined : rows.detail(row, read.withCells);
}

/** Both sides have the rules of one mapping. An attribute whose hash alone is known has no earlier value. */
function valuesOf(
  now: PreviewDetail | undefined,
  before: PreviewDetail | undefined,
  changed: ReadonlySet<string>,
): readonly ComparedValue[] {
  const rules = (now ?? before)?.rules ?? [];
  return rules.map(({ path, columns }, index) => {
    const [had, has] = [before?.rules[index], now?.rules[index]];
    return {
      path,
      differs: changed.has(path),
      columns,
      ...(had !== undefined && { before: shownValue(had) }),
      ...(has !== undefined && { now: shownValue(has) }),
    };
  });
}

/** A text unchanged, anything else as JSON. */
function shownValue({ result, text }: RuleTrace): string {
  if (result !== 'value') return '';
  const value: unknown = JSON.parse(text);
  return typeof value === 'string' ? value : text;
}
