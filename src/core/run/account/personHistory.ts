import { externalIdOf } from '../recordTexts';
import type { Run } from '../run';
import type { RecordAccount } from './runAccount';

/** A row of an extract in its current state. */
export interface ExtractRow {
  /** The physical line, from 1. */
  readonly line: number;
  /** The person's matching id, if a cell of the row contains it unchanged. */
  readonly externalId?: string;
  /** The record's number, if known; more exact than the line, because several operations of a payload may share one. */
  readonly record?: number;
}

/** A run that may contain the person. */
export interface KnownRun {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly run: Run;
  /** The name of the connection. */
  readonly target: string;
  /** Its relation to the extract: made from the current extract, from an earlier version, or from another source. */
  readonly source: 'same' | 'former' | 'other';
}

/** What a run did with a person. */
export interface PersonInRun<Known extends KnownRun = KnownRun> {
  readonly known: Known;
  readonly person: RecordAccount;
}

/**
 * The results of the person of a row in all known runs, newest first. A run of the same bytes is matched by the row's
 * position, any other by id. Runs of other sources count only if they went to the same destination, because two systems
 * may give two people the same id.
 */
export function personHistory<Known extends KnownRun>(
  runs: readonly Known[],
  row: ExtractRow,
): readonly PersonInRun<Known>[] {
  const ofExtract = runs
    .filter(({ source }) => source !== 'other')
    .flatMap((known) => foundIn(known, indexOfRow(known, row)));
  const externalId = ofExtract.map(({ person }) => person.externalId).find((id) => id !== undefined) ?? row.externalId;
  const targets = new Set(ofExtract.map(({ known }) => known.target));
  const missing = runs.filter(
    (known) =>
      !ofExtract.some((found) => found.known === known) && (known.source !== 'other' || targets.has(known.target)),
  );
  const byId = externalId === undefined ? [] : missing.flatMap((known) => foundIn(known, indexOfId(known, externalId)));
  return [...ofExtract, ...byId].sort((left, right) => right.known.at - left.known.at);
}

/** The newest run that did something with the person; the newest run of all if every run left them out. */
export function latestOf<Known extends KnownRun>(
  history: readonly PersonInRun<Known>[],
): PersonInRun<Known> | undefined {
  return history.find(({ person }) => person.state !== 'excluded') ?? history[0];
}

function foundIn<Known extends KnownRun>(known: Known, index: number | undefined): readonly PersonInRun<Known>[] {
  const person = index === undefined ? undefined : known.run.account.records.at(index);
  return person === undefined ? [] : [{ known, person }];
}

function indexOfRow(known: KnownRun, { line, externalId, record }: ExtractRow): number | undefined {
  const { lines, texts } = known.run.plan.records;
  const index = indexAtLine(lines, line);
  if (known.source === 'same') return record === undefined ? index : record - 1;
  if (externalId === undefined) return undefined;
  // If no line was added or removed above the row, its position distinguishes people with the same id, and finds people
  // who were not sent
  if (index !== undefined && lines[index] === line && externalIdOf(texts, index) === externalId) return index;
  return indexOfId(known, externalId);
}

/** `undefined` for an id that several records share: it is ambiguous. */
function indexOfId({ run }: KnownRun, externalId: string): number | undefined {
  const [index, ...others] = run.withId(externalId);
  return others.length === 0 ? index : undefined;
}

/** The index, from 0, of the last record that begins on or before the line. */
export function indexAtLine(lines: Uint32Array, line: number): number | undefined {
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle] ?? 0) <= line) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? undefined : low - 1;
}
