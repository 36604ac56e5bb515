import type { AttemptReason, Journal, JournalEvent } from '../../core/journal/journalEvent';
import { isAboutContent } from '../../core/journal/isAboutContent';
import { TenantError } from '../errors';
import type { JobTenant, UploadReceipt } from '../tenant';
import type { OpenBatch } from './openBatch';

type AttemptEnd = Extract<JournalEvent, { readonly type: 'attempt-end' }>;

/** The outcome of an attempt. */
export type AttemptResult =
  | ({ readonly kind: 'accepted'; readonly receipt: UploadReceipt } & Recorded)
  | ({ readonly kind: 'failed'; readonly error: TenantError } & Recorded)
  /** It was cancelled when it was ready to be sent. */
  | ({ readonly kind: 'recalled' } & Recorded)
  /** The start could not be recorded, so the request was not sent. */
  | { readonly kind: 'unwritten'; readonly error: unknown };

interface Recorded {
  readonly end: AttemptEnd;
  /** Why the end of the attempt could not be recorded. */
  readonly unrecorded?: { readonly error: unknown };
}

export interface AttemptWays {
  readonly tenant: JobTenant;
  readonly journal: Journal;
  readonly beforeCall: () => Promise<void>;
  readonly giveUp: AbortSignal;
  /** Whether the caller searches for refused records, so that a refusal is an expected answer. */
  readonly isSearch: boolean;
  /** The last check before the request is sent. */
  readonly mayLeave: () => boolean;
  /** The start of the request is in the journal. */
  readonly onStart: () => void;
  /** The answer or the failure has arrived; it is not in the journal yet. */
  readonly onAnswer: (isAccepted: boolean) => void;
}

/**
 * Sends a batch once, with a write-ahead journal: its start is on disk before its first byte is sent, and its end
 * before it is reported. Only rejects with bugs, never with a `TenantError`.
 */
export async function attemptBatch(batch: OpenBatch, reason: AttemptReason, ways: AttemptWays): Promise<AttemptResult> {
  const { attempts: attempt, hash } = batch;
  try {
    await ways.beforeCall();
    await ways.journal.append({ type: 'attempt-start', ...numbersOf(batch), attempt, hash, reason });
  } catch (error) {
    return { kind: 'unwritten', error };
  }
  if (!ways.mayLeave()) return record({ kind: 'recalled' }, RECALLED, batch, ways.journal);
  ways.onStart();
  let receipt: UploadReceipt;
  try {
    receipt = await ways.tenant.upload(batch.body, ways.giveUp);
  } catch (error) {
    ways.onAnswer(false);
    if (!(error instanceof TenantError)) throw error;
    const isAlone = ways.isSearch && batch.through === undefined && isRefusedContent(error);
    const facts = factsOfFailure(error);
    const end = isAlone ? { ...facts, cause: `${error.ownWords} ${ALONE.cause}`, remedy: ALONE.remedy } : facts;
    return record({ kind: 'failed', error }, end, batch, ways.journal);
  }
  ways.onAnswer(true);
  return record({ kind: 'accepted', receipt }, factsOfReceipt(receipt), batch, ways.journal);
}

/** For a record that a search found to be refused. */
export const ALONE = {
  cause: 'The request contained only this record.',
  remedy: 'Correct the record, then send it again.',
};

/**
 * The explanation for a batch that was refused because of its content, although an earlier request may have been
 * accepted.
 */
export function refusedAtLast({ ownWords, remedy }: TenantError, who: 'this record' | 'these records') {
  return { cause: `${ownWords} An earlier request with ${who} may have been accepted.`, remedy };
}

/** Whether an answer refuses a request's content, not its sender. */
export function isRefusedContent({ outcome, status }: Pick<TenantError, 'outcome' | 'status'>): boolean {
  return outcome === 'rejected' && isAboutContent(status);
}

/** The batch numbers of a request, as in the journal. */
export function numbersOf({ number, through }: Pick<OpenBatch, 'number' | 'through'>) {
  return { batch: number, ...(through !== undefined && { through }) };
}

type EndFacts = Omit<AttemptEnd, 'type' | 'batch' | 'through' | 'attempt'>;

const RECALLED: EndFacts = { outcome: 'not-sent', cause: 'Sending was stopped before the request was sent.' };

async function record<T extends object>(
  result: T,
  facts: EndFacts,
  batch: OpenBatch,
  journal: Journal,
): Promise<T & Recorded> {
  const end: AttemptEnd = { type: 'attempt-end', ...numbersOf(batch), attempt: batch.attempts, ...facts };
  try {
    await journal.append(end);
  } catch (error) {
    return { ...result, end, unrecorded: { error } };
  }
  return { ...result, end };
}

function factsOfReceipt({ requestId, clientRequestId, tenantTime }: UploadReceipt): EndFacts {
  return {
    outcome: 'accepted',
    status: 202,
    ...(requestId !== '' && { requestId }),
    clientRequestId,
    ...(tenantTime !== undefined && { tenantTime }),
  };
}

/** The facts of a failure for the journal, without the service's text. */
function factsOfFailure(error: TenantError): EndFacts {
  const { outcome, status, code, requestId, clientRequestId, retryAfterMs, tenantTime, ownWords, remedy } = error;
  return {
    outcome,
    ...(status !== undefined && { status }),
    ...(code !== undefined && /^[\w.-]{1,80}$/.test(code) && { code }),
    ...(requestId !== undefined && { requestId }),
    ...(clientRequestId !== undefined && { clientRequestId }),
    ...(retryAfterMs !== undefined && { retryAfterMs }),
    ...(tenantTime !== undefined && { tenantTime }),
    cause: ownWords,
    remedy,
  };
}
