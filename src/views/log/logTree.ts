import { explainEntry } from '../../core/logs/explain';
import type { BookedChange, BookedCycle } from '../../core/logs/list/logBook';
import type { LoggedEntry } from '../../core/logs/list/loggedEntry';
import type { CycleStatistics } from '../../core/logs/list/logStatistics';
import type { LogEntry, LogStep, ModifiedProperty } from '../../core/logs/logEntry';
import type { NoteElement } from '../rowLook';

/** The origin of an entry: a run of this machine, or somebody else's. */
export type ShownTie =
  | { readonly kind: 'run'; readonly run: string; readonly title: string; readonly record: number | undefined }
  | { readonly kind: 'elsewhere' };

/** The part of a log that the tree uses. */
export interface ShownLog {
  readonly cycles: readonly BookedCycle[];
  readonly statistics: readonly CycleStatistics[];
  changesOf(cycleId: string): readonly BookedChange[];
  /** The full entry. */
  entry(id: string): LogEntry | undefined;
  /** `undefined` while it is not known. */
  tieOf(entryId: string): ShownTie | undefined;
  /** Number of rows that a row shows before "Load More". */
  limitOf(rowId: string): number;
  /** What the user can do if the log cannot be read or is empty. */
  readonly offers: readonly LogOffer[];
}

/** An action for a log that cannot be read or is empty. */
export type LogOffer = 'check' | 'again';

/** A row of the tree, as plain data. Ids contain the whole path, so that selection and expansion survive a refresh. */
export type LogElement =
  | { readonly kind: 'cycle'; readonly id: string; readonly cycle: BookedCycle }
  /** A change with several entries. */
  | { readonly kind: 'logChange'; readonly id: string; readonly change: BookedChange; readonly tie?: ShownTie }
  | {
      readonly kind: 'logEntry';
      readonly id: string;
      readonly logged: LoggedEntry;
      readonly tie?: ShownTie;
      /** Whether the entry is one of several of its change, whose row already names the person. */
      readonly isPart: boolean;
    }
  | { readonly kind: 'more'; readonly id: string; readonly parent: string; readonly left: number }
  | { readonly kind: 'offer'; readonly id: string; readonly offer: LogOffer }
  | NoteElement
  | { readonly kind: 'step'; readonly id: string; readonly step: LogStep }
  | { readonly kind: 'property'; readonly id: string; readonly property: ModifiedProperty };

/** Number of rows that "Load More" adds. */
export const LOG_PAGE = 500;

/** The top rows: the cycles, newest first. */
export function logElements(log: ShownLog): readonly LogElement[] {
  const rows = log.cycles.map((cycle): LogElement => ({ kind: 'cycle', id: `cycle/${cycle.id}`, cycle }));
  const offers = log.offers.map((offer): LogElement => ({ kind: 'offer', id: `offer/${offer}`, offer }));
  return [...offers, ...paged('', rows, log)];
}

/** The rows below a row. */
export function logChildren(element: LogElement, log: ShownLog): readonly LogElement[] {
  switch (element.kind) {
    case 'cycle':
      return changesOf(element.cycle, element.id, log);
    case 'logChange':
      return paged(
        element.id,
        element.change.entries.map((logged) => entryRow(logged, `${element.id}/${logged.id}`, true, log)),
        log,
      );
    case 'logEntry':
      return ofEntry(log.entry(element.logged.id), element.id);
    case 'more':
    case 'offer':
    case 'note':
    case 'step':
    case 'property':
      return [];
  }
}

function changesOf({ id: cycleId }: BookedCycle, parent: string, log: ShownLog): readonly LogElement[] {
  const all = log.changesOf(cycleId);
  const limit = log.limitOf(parent);
  const rows = all.slice(0, limit).map((change): LogElement => {
    const id = `${parent}/${change.id}`;
    if (change.entries.length === 1) return entryRow(change.newest, id, false, log);
    const tie = log.tieOf(change.newest.id);
    return { kind: 'logChange', id, change, ...(tie && { tie }) };
  });
  return withMore(parent, rows, all.length);
}

function paged(parent: string, rows: readonly LogElement[], log: ShownLog): readonly LogElement[] {
  return withMore(parent, rows.slice(0, log.limitOf(parent)), rows.length);
}

function withMore(parent: string, rows: readonly LogElement[], all: number): readonly LogElement[] {
  const left = all - rows.length;
  return left === 0 ? rows : [...rows, { kind: 'more', id: `${parent}/more`, parent, left }];
}

function entryRow(logged: LoggedEntry, id: string, isPart: boolean, log: ShownLog): LogElement {
  const tie = log.tieOf(logged.id);
  return { kind: 'logEntry', id, logged, isPart, ...(tie && { tie }) };
}

function ofEntry(entry: LogEntry | undefined, id: string): readonly LogElement[] {
  if (entry === undefined) return [];
  const words = explainEntry(entry);
  const reason = entry.error?.reason ?? '';
  const notes = [
    { label: 'Why', text: words?.cause ?? '', tone: 'why' },
    { label: 'The service says', text: reason === words?.cause ? '' : reason, tone: 'service' },
    { label: 'What to do', text: words?.remedy ?? '', tone: 'remedy' },
  ] as const;
  return [
    ...notes
      .filter(({ text }) => text !== '')
      .map((note): LogElement => ({ kind: 'note', id: `${id}/${note.tone}`, ...note })),
    ...entry.steps.map((step, index): LogElement => ({ kind: 'step', id: `${id}/step-${index}`, step })),
    ...entry.modifiedProperties.map((property, index): LogElement => ({
      kind: 'property',
      id: `${id}/property-${index}`,
      property,
    })),
  ];
}
