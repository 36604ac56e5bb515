import type { Reach } from '../connections/reach';
import { AttemptTimer } from '../tenant/attemptTimer';
import { classifyAnswer, classifyFailure } from '../tenant/classify';
import { jobAddress } from '../tenant/endpoint';
import { InterceptedError } from '../tenant/errors';
import { readBody } from '../tenant/transport';

/** The service's answer to a call without a token. */
export interface Greeting {
  /** Milliseconds by which this machine's clock is ahead of the service's; `undefined` if the answer has no time. */
  readonly clockLead: number | undefined;
}

const MAX_ANSWER = 64 * 1024;
/** Milliseconds; short, because a person waits for the check. */
const TIMEOUTS = { headers: 20_000, body: 10_000, attempt: 30_000 };

/**
 * Calls the service without a token. The service refuses such calls in its own form, which tells it from devices in
 * between.
 */
export async function greet(
  { endpoint, transport }: Pick<Reach, 'endpoint' | 'transport'>,
  wallClock: () => number,
  signal: AbortSignal | undefined,
): Promise<Greeting> {
  const timer = new AttemptTimer(TIMEOUTS, signal);
  const headers = { Accept: 'application/json' };
  try {
    const sentAt = wallClock();
    const answer = await transport(jobAddress(endpoint), {
      method: 'GET',
      headers,
      redirect: 'manual',
      signal: timer.signal,
    });
    const answeredAt = wallClock();
    timer.headersArrived();
    const { text } = await readBody(answer.body, MAX_ANSWER);
    const facts = { status: answer.status, contentType: answer.headers.get('content-type') ?? '', body: text };
    const error = classifyAnswer(facts, 'read');
    if (error instanceof InterceptedError) throw error;
    // The service never accepts a call without a token
    if (error === undefined)
      throw new InterceptedError('Something that is not Microsoft Graph answered a call without a token.', {
        status: answer.status,
        remedy: 'Check the network, its proxy and its sign-in page, then try again.',
      });
    return { clockLead: leadOver(answer.headers.get('date'), sentAt, answeredAt) };
  } catch (error) {
    throw classifyFailure(error, 'read');
  } finally {
    timer.close();
  }
}

/** The minimum lead of this machine's clock. The service's time is between request and answer, in whole seconds. */
function leadOver(date: string | null, sentAt: number, answeredAt: number): number | undefined {
  const service = Date.parse(date ?? '');
  if (Number.isNaN(service)) return undefined;
  if (sentAt > service + 1000) return sentAt - service - 1000;
  return answeredAt < service ? answeredAt - service : 0;
}
