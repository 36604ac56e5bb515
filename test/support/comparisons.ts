import type { ComparedDetail, ComparedRow } from '../../src/preview/comparison/comparedPeople';
import { ALL_COMPARED } from '../../src/preview/comparison/comparedPeople';
import { momentNow } from '../../src/extract/momentNow';
import type { Comparing } from '../../src/worker/comparing/comparing';
import type { CompareInput, CompareStatus, OtherInput } from '../../src/worker/comparing/protocol';

const MOMENT = momentNow();

/** A text as an extract to be compared with. */
export function otherText(text: string, encoding?: string): OtherInput {
  const bytes = new TextEncoder().encode(text);
  return { kind: 'extract', name: 'other.csv', bytes, ...(encoding !== undefined && { encoding }) };
}

/** A text to be compared. */
export function compareInput(text: string, mapping: string, other: OtherInput): CompareInput {
  const bytes = new TextEncoder().encode(text);
  return { bytes, name: 'own.csv', mapping, moment: MOMENT, other, request: ALL_COMPARED };
}

type Done = Exclude<CompareStatus, { readonly kind: 'reading' }>;

/** What a comparison comes to, once it has read and found everything. */
export async function compared(comparing: Comparing, after = 0): Promise<Done> {
  for (let version = after; ;) {
    const status = await comparing.statusAfter(version);
    if (status === undefined) throw new Error('the comparison was given up');
    if (status.kind !== 'reading' && (status.kind !== 'compared' || status.list.isComplete)) return status;
    ({ version } = status);
  }
}

/** Everybody whom the list of a comparison holds. */
export async function allRows(comparing: Comparing, status: Done): Promise<readonly ComparedRow[]> {
  if (status.kind !== 'compared') throw new Error(`nothing was compared: ${JSON.stringify(status)}`);
  const { view, count } = status.list;
  return (await comparing.rows(view, 0, count)) ?? [];
}

/** What is said of one of them. */
export async function detailOf(comparing: Comparing, { record }: ComparedRow): Promise<ComparedDetail> {
  const detail = await comparing.detail(record);
  if (detail === undefined) throw new Error(`nothing is known of person ${record}`);
  return detail;
}
