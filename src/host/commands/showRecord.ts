import { Uri } from 'vscode';
import type { LoadedMapping } from '../../core/mapping/loadMapping';
import { loadMapping } from '../../core/mapping/loadMapping';
import { columnsAtFault, columnsOfCode, idColumnOf } from '../../core/run/account/columnsAtFault';
import type { RecordPlace } from '../../views/placeOfRow';
import { placeOfRow } from '../../views/placeOfRow';
import { commandIds } from '../contributions';
import { entryInFront } from '../documents/pages/entryDocuments';
import { shownEntry } from '../documents/pages/shownEntry';
import { tiedRecord } from '../log/tiedRecord';
import type { WindowLog } from '../log/windowLog';
import type { WindowRun } from '../runs/windowRun';
import type { Services } from '../services';
import { showCells } from '../extracts/showCells';
import { say } from '../messages/say';
import { UserError } from '../messages/userError';
import { defineCommand } from './command';
import { logRowOf } from './log/logRow';
import { rowOf } from './treeArgument';

/**
 * Shows the record of a results row or a log entry in the extract; where the log or the conversion names the attribute at fault, the cells
 * that it is made from.
 */
export const showRecord = defineCommand(commandIds.showRecord, async (services, args) => {
  const found = await placeOf(services, args);
  if (found === undefined)
    throw new UserError(say`Choose a person, a log entry or a changed attribute in "Inbound Provisioning: Runs".`);
  const { stored, place, record } = found;
  const column = idColumnOf(mappingOf(stored));
  // Also by the hashes of ids that a run keeps: for a changed extract it has no ids
  const isId = (text: string): boolean => text !== '' && [...stored.run.withId(text)].includes(record - 1);
  const person = column === undefined ? undefined : { column, isId };
  await showCells(services, stored.extract, place, { mapping: stored.mapping, person });
});

/** A run, and a place in its source. */
interface FoundPlace {
  readonly stored: WindowRun;
  readonly place: RecordPlace;
  /** The record's number, from 1. */
  readonly record: number;
}

async function placeOf(services: Services, args: readonly unknown[]): Promise<FoundPlace | undefined> {
  const [first = entryInFront()] = args;
  if (first instanceof Uri) return placeOfEntry(services, first);
  const { runs, log } = services;
  const logged = logRowOf(args);
  if (logged !== undefined) return placeOfLogged(runs, await log(), logged.logged.id);
  const row = rowOf(args);
  const stored = row !== undefined && 'run' in row ? await runs.open(row.run.id) : undefined;
  const place = row === undefined || stored === undefined ? undefined : placeOfRow(row, mappingOf(stored));
  const record = row !== undefined && 'person' in row ? row.person.record : undefined;
  return stored === undefined || place === undefined || record === undefined ? undefined : { stored, place, record };
}

/** From the document of a log entry. */
async function placeOfEntry(services: Services, document: Uri): Promise<FoundPlace | undefined> {
  const shown = await shownEntry(services, document);
  if (shown?.of === undefined) return undefined;
  const { stored, person } = shown.of;
  const mapping = mappingOf(stored);
  const columns =
    shown.kind === 'whole' ? columnsAtFault(shown.entry, mapping) : columnsOfCode(shown.answer.code, mapping);
  return { stored, place: { line: person.line, columns }, record: person.record };
}

/** From an entry of the log of the connection in use. */
async function placeOfLogged(
  runs: Services['runs'],
  opened: WindowLog,
  id: string | undefined,
): Promise<FoundPlace | undefined> {
  const entry = id === undefined ? undefined : opened.log.book.entry(id);
  if (entry === undefined) return undefined;
  const found = await tiedRecord(runs, opened.tieOf(entry.id));
  if (found === undefined) return undefined;
  const { stored, line, record } = found;
  return { stored, place: { line, columns: columnsAtFault(entry, mappingOf(stored)) }, record };
}

function mappingOf({ mapping }: WindowRun): LoadedMapping {
  return loadMapping(mapping);
}
