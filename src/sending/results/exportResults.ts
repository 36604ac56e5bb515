import { createHash } from 'node:crypto';
import type { ReadOptions } from '../../core/csv/extractEvent';
import type { PlanFile } from '../../core/journal/planFile';
import type { Explanation } from '../../core/logs/explanations';
import type { LoadedMapping } from '../../core/mapping/loadMapping';
import type { RecordAccounts, RunAccount } from '../../core/run/account/runAccount';
import { resultCells } from '../../core/run/results/resultColumns';
import { resultObject } from '../../core/run/results/resultObject';
import { resultPage } from '../../core/run/results/resultPage';
import { reportInSteps } from '../../core/run/results/resultReport';
import { ExtractFileError } from '../../extract/extractFileError';
import { fingerprinted } from '../../extract/fingerprint';
import { openAdding, resultExtract } from '../../extract/results/resultExtract';
import { resultRecords } from '../../extract/results/resultRecords';
import type { SentLayout } from '../../extract/results/sentRows';
import type { SentFault } from '../../extract/results/surveySent';
import { surveySent } from '../../extract/results/surveySent';
import { FileError } from '../../files/fileError';
import type { KeptRun } from '../../runs/runStore';
import { finishInTurns, inTurns } from './inTurns';

/** A run whose results are written beside the cells of its extract. */
export interface ResultsRequest {
  readonly kept: Pick<KeptRun, 'plan' | 'records'>;
  readonly people: RecordAccounts;
  /** Reads all bytes of the extract. Called repeatedly. */
  readonly read: () => AsyncIterable<Uint8Array>;
  /** The current mapping, which determines how to read the extract. */
  readonly mapping?: LoadedMapping;
}

/** The exported bytes, generated lazily, or why they are unavailable. */
export type Exported = { readonly bytes: AsyncIterable<Uint8Array> } | { readonly refusal: Explanation };

/** The extract of a run with four additional columns. Iterating the bytes throws `FileError`. */
export async function resultsAsCsv(request: ResultsRequest): Promise<Exported> {
  const layout = await layoutOf(request);
  if ('refusal' in layout) return layout;
  const adding = openAdding(layout);
  if (adding === undefined) return { refusal: unwritable(request.kept.plan, layout) };
  const { people } = request;
  return { bytes: resultExtract(unchanged(request), layout, adding, (index) => resultCells(personAt(people, index))) };
}

/** The records of a run as JSON, each with its result and its cells. Iterating the bytes throws `FileError`. */
export async function resultsAsJson(request: ResultsRequest): Promise<Exported> {
  const { kept, people } = request;
  if (kept.plan.source.kind === 'payload') return { bytes: utf8(recordsAlone(people)) };
  const layout = await layoutOf(request);
  if ('refusal' in layout) return layout;
  return {
    bytes: utf8(resultRecords(unchanged(request), layout, (index) => resultObject(personAt(people, index)))),
  };
}

/** Reads the same bytes again. Throws before the last of them if the file has changed. */
async function* unchanged({ kept, read }: ResultsRequest): AsyncGenerator<Uint8Array, void, undefined> {
  const { name, sha256 } = kept.plan.source;
  let found = '';
  try {
    yield* fingerprinted(inTurns(read()), (fingerprint) => (found = fingerprint));
  } catch (error) {
    throw error instanceof ExtractFileError ? new FileError('changed', error.message, { cause: error }) : error;
  }
  if (found !== sha256) throw new FileError('changed', `${name} was changed while it was read. Try again.`);
}

/** The input of a page of results. */
export interface PageRequest {
  readonly kept: Pick<KeptRun, 'id' | 'plan'>;
  readonly account: RunAccount;
  /** Whether people's full names are shown. */
  readonly isNamed: boolean;
}

/** A page for HR, where people's records are maintained. Only needs names, not the extract. */
export async function resultsAsPage({ kept, account, isNamed }: PageRequest): Promise<string> {
  const { source, connection, target, madeAt } = kept.plan;
  const isSandbox = target.kind === 'sandbox';
  const head = { extract: source.name, connection: connection.name, isSandbox, run: kept.id, madeAt, isNamed };
  const report = await finishInTurns(reportInSteps(account, isNamed));
  return resultPage(report, head, (text) => createHash('sha256').update(text).digest('base64'));
}

async function layoutOf(request: ResultsRequest): Promise<SentLayout | { readonly refusal: Explanation }> {
  const { kept, read, mapping } = request;
  const { source } = kept.plan;
  if (source.kind === 'payload') return { refusal: PAYLOAD };
  const { lines } = await kept.records();
  try {
    const layout = await surveySent(() => inTurns(read()), { ...source, lines }, optionsOf(kept.plan, mapping));
    return 'fault' in layout ? { refusal: refusalOf(layout.fault, kept.plan) } : layout;
  } catch (error) {
    if (!(error instanceof ExtractFileError)) throw error;
    return { refusal: { cause: error.message, remedy: WITHOUT_EXTRACT } };
  }
}

/**
 * The options with which the extract was read for the plan. What the plan does not store comes from the current
 * mapping, and the line numbers verify it.
 */
function optionsOf({ source: { encoding, delimiter } }: PlanFile, mapping: LoadedMapping | undefined): ReadOptions {
  return {
    ...mapping?.model.source,
    ...(encoding !== undefined && { encoding }),
    ...(delimiter !== undefined && { delimiter }),
    isHeaderSettled: true,
  };
}

function personAt(people: RecordAccounts, index: number) {
  const person = people.at(index);
  if (person === undefined) throw new Error(`the run has no record ${index + 1}`);
  return person;
}

function* recordsAlone(people: RecordAccounts): Generator<string> {
  let isFirst = true;
  for (const person of people) {
    yield `${isFirst ? '[' : ','}\n${JSON.stringify(resultObject(person))}`;
    isFirst = false;
  }
  yield isFirst ? '[]\n' : '\n]\n';
}

async function* utf8(texts: Iterable<string> | AsyncIterable<string>): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const text of texts) yield Buffer.from(text);
}

/** Tells the user which export is still available. */
const WITHOUT_EXTRACT = 'The page needs no extract.';

const PAYLOAD: Explanation = {
  cause: 'The run was made from a payload, which has no rows to write results beside.',
  remedy: 'Choose JSON or the page.',
};

function refusalOf(fault: SentFault, { source, mapping }: PlanFile): Explanation {
  if (fault === 'bytes')
    return {
      cause: `${source.name} is not the extract that was sent: it has changed since, so its rows may be other people.`,
      remedy: `Put back the file that was sent. ${WITHOUT_EXTRACT}`,
    };
  return {
    cause: `${source.name} is the extract that was sent, but ${mapping?.name ?? 'the mapping'} no longer says how it was read: its rows are not those of the run.`,
    remedy: `Put back the quote and the header line that the mapping named. ${WITHOUT_EXTRACT}`,
  };
}

function unwritable({ source }: PlanFile, { header }: SentLayout): Explanation {
  return {
    cause: `Nothing can be added to ${source.name}: its encoding, ${header.encoding}, does not allow writing into the middle of a file.`,
    remedy: 'Choose JSON, or export the extract as UTF-8 next time.',
  };
}
