import { member, readJson, stringMember } from '../../core/json/jsonValue';
import { classifyFailure } from '../classify';
import { NotSentError, NotTheSandboxError, TenantError } from '../errors';
import { parseGraphError } from '../graphError';
import { PROOF_TIMEOUT } from '../limits';
import type { Transport, TransportAnswer } from '../transport';
import { readBody } from '../transport';
import { ProtocolSwitchError } from './line';
import type { SandboxSecret } from './sandboxProof';
import { isProof, newChallenge, proofPath } from './sandboxProof';

/** Maximum bytes of an answer to read; a proof has about 100. */
const MAX_ANSWER = 1024;

export interface ProofOptions {
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds in which the proof must arrive. */
  readonly timeout?: number;
}

/**
 * Makes the program at `origin` prove that it knows the secret of a sandbox; only a random number is sent to it.
 * Returns how often that sandbox was reset. Rejects with `NotTheSandboxError` if another program answers, and with
 * `NotSentError` if none does.
 */
export async function proveSandbox(
  ask: Transport,
  origin: string,
  secret: SandboxSecret,
  { signal, timeout = PROOF_TIMEOUT }: ProofOptions = {},
): Promise<number> {
  const challenge = newChallenge();
  const late = AbortSignal.timeout(timeout);
  const either = signal === undefined ? late : AbortSignal.any([signal, late]);
  try {
    const answer = await ask(`${origin}${proofPath(secret.tenantId)}?challenge=${challenge}`, {
      method: 'GET',
      headers: { Accept: 'application/json' },
      redirect: 'manual',
      signal: either,
    });
    const { proof, resets } = await readProof(answer, origin, either);
    if (!(await isProof(secret, challenge, proof))) throw notTheSandbox(origin);
    return resets;
  } catch (error) {
    throw error instanceof TenantError ? error : describeFailure(error, { origin, timeout, signal, late });
  }
}

async function readProof(
  answer: TransportAnswer,
  origin: string,
  signal: AbortSignal,
): Promise<{ readonly proof: string; readonly resets: number }> {
  const { text, complete } = await readBody(answer.body, MAX_ANSWER);
  if (signal.aborted) throw signal.reason;
  // A failing sandbox has not identified itself
  if (answer.status >= 500) throw unproven(origin, `it answered with ${answer.status}`, { status: answer.status });
  // A sandbox without proofs, or with another tenant, refuses in the service's form
  if (answer.status >= 400 && parseGraphError(text) !== undefined) throw otherService(origin, answer.status);
  const json = answer.status === 200 && complete ? readJson(text) : undefined;
  const body = json !== undefined && 'value' in json ? json.value : undefined;
  const resets = member(body, 'resets');
  return { proof: stringMember(body, 'proof') ?? '', resets: typeof resets === 'number' ? resets : 0 };
}

interface Attempt {
  readonly origin: string;
  readonly timeout: number;
  readonly signal: AbortSignal | undefined;
  readonly late: AbortSignal;
}

/** The error of a proof that failed. In every case, only the challenge was sent. */
function describeFailure(error: unknown, { origin, timeout, signal, late }: Attempt): TenantError {
  if (signal?.aborted === true)
    return new NotSentError('The call was cancelled before it began.', { remedy: 'Nothing was sent.' });
  // A busy sandbox may prove itself at the next attempt
  if (late.aborted)
    return unproven(origin, `it took more than ${timeout / 1000} seconds`, { code: 'TimeoutError', mayPass: true });
  if (error instanceof ProtocolSwitchError) return notTheSandbox(origin, error);
  const failure = classifyFailure(error, 'read');
  const { code } = failure;
  if (code === 'ECONNREFUSED') return stopped(origin, code, error);
  if (failure instanceof NotSentError) return failure;
  // The program speaks another protocol
  if (code?.startsWith('HPE_') === true) return notTheSandbox(origin, error);
  return unproven(origin, code ?? 'no code', { ...(code !== undefined && { code }), cause: error });
}

/** No program listens. On this machine, the network cannot be the reason. */
function stopped(origin: string, code: string, cause: unknown): NotSentError {
  return new NotSentError(`The sandbox at ${new URL(origin).host} is no longer running (${code}).`, {
    code,
    remedy: 'Start it again (entra-inbound sandbox) and use the connection file of that start.',
    cause,
  });
}

function notTheSandbox(origin: string, cause?: unknown): NotTheSandboxError {
  return new NotTheSandboxError(
    `The program that answers at ${new URL(origin).host} is not the sandbox of this connection.`,
    {
      remedy:
        'No secret or data was sent to it. Start the sandbox again (entra-inbound sandbox) and use the connection file of that start.',
      ...(cause !== undefined && { cause }),
    },
  );
}

function otherService(origin: string, status: number): NotTheSandboxError {
  return new NotTheSandboxError(
    `The program that answers at ${new URL(origin).host} is not the sandbox of this connection. It is a sandbox of another version or tenant, or another program.`,
    {
      status,
      remedy:
        'No secret or data was sent to it. Stop it, start the sandbox again (entra-inbound sandbox) and use the connection file of that start.',
    },
  );
}

function unproven(
  origin: string,
  why: string,
  facts: { readonly status?: number; readonly code?: string; readonly mayPass?: boolean; readonly cause?: unknown },
): NotSentError {
  const { host } = new URL(origin);
  return new NotSentError(`The program at ${host} has not proven that it is the sandbox of this connection (${why}).`, {
    ...facts,
    ownWords: `The program at ${host} did not prove that it is the sandbox of this connection.`,
    remedy: 'No secret or data was sent to it. Try again; if that fails too, start the sandbox again.',
  });
}
