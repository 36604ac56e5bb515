import { AttemptTimeoutError } from './attemptTimer';
import {
  InterceptedError,
  NotSentError,
  RejectedError,
  TenantError,
  ThrottledError,
  UnknownOutcomeError,
} from './errors';
import type { FailureFacts } from './errors';
import type { GraphError } from './graphError';
import { parseGraphError } from './graphError';
import { CallFailure } from './network/callFailure';
import { describeUnsent, isBeforeRequest, mayPassByItself } from './network/describeFailure';
import { failureTraces } from './network/failureTrace';

/** The facts of an answer that decide its outcome. */
export interface AnswerFacts {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
  readonly requestId?: string;
  readonly retryAfterMs?: number;
  readonly clientRequestId?: string;
  /** The service's own time, from `Date`; ISO 8601. Absent if the answer is not from the service or has no date. */
  readonly tenantTime?: string;
  /** The address that the answer redirects to, unchanged. */
  readonly location?: string;
}

/** The purpose of a call, which decides what counts as success: only 202 for an upload, only 200 for a read. */
export type Aim = 'upload' | 'read';

const remedies: Readonly<Record<number, string>> = {
  400: 'Check the request for errors: the same bytes will be refused again.',
  401: 'Sign in again, for this tenant and this cloud.',
  403: 'Grant the application SynchronizationData-User.Upload to send and ProvisioningLog.Read.All to read results, with administrator consent.',
  404: 'Check the service principal id, the job id and the cloud of the connection.',
  405: 'Check the address of the connection.',
  409: 'Check the job in the Microsoft Entra admin center: it cannot accept the request in its current state.',
  410: 'The job, or its application, was deleted: check the connection.',
  413: 'Make a new plan with fewer operations in a request: the same bytes will be refused again.',
  415: 'Check the network between this machine and the service: the request was not understood.',
  422: 'Check the request for errors: the same bytes will be refused again.',
};
/** The remedy for a call with an unknown outcome. */
const DOUBTS: Readonly<Record<Aim, string>> = {
  upload: 'Check the provisioning log before sending the same people again: the service may have accepted the request.',
  read: 'Nothing was changed. Try again later.',
};
const SHOW_SUPPORT = 'Give the status, code and request id to the administrator of the tenant.';

/**
 * The error that an answer means; `undefined` for the documented success. Any undocumented answer is an error.
 *
 * @param permission the permission that the call needs, if it is exactly one
 */
export function classifyAnswer(answer: AnswerFacts, aim: Aim, permission?: string): TenantError | undefined {
  const { status } = answer;
  if (status === (aim === 'upload' ? 202 : 200) && (aim === 'upload' || !isHtml(answer))) return undefined;
  const graph = parseGraphError(answer.body);
  const facts = factsOf(answer, graph);
  const reason = graph ? `${graph.code}: ${graph.message}` : 'no reason given';
  const between = graph === undefined ? describeIntermediary(answer) : undefined;
  if (between !== undefined)
    return new InterceptedError(between.message, { ...facts, ownWords: between.message, remedy: between.remedy });
  if (status === 408 || status >= 500) {
    const ownWords = `The service failed with ${status}.`;
    return new UnknownOutcomeError(`The service failed with ${status} (${reason}).`, {
      ...facts,
      ownWords,
      remedy: DOUBTS[aim],
    });
  }
  if (status < 200 || (status >= 300 && status < 400) || isHtml(answer)) return intercepted(answer, facts);
  if (status === 429) {
    const remedy = 'Wait. If it lasts for hours, the daily limit of the tenant is probably reached.';
    return new ThrottledError(`The service throttles calls (${reason}).`, { ...facts, remedy });
  }
  if (status >= 400) {
    const remedy =
      permission !== undefined && isDenied(facts)
        ? `Grant the application ${permission}, with administrator consent.`
        : (remedies[status] ?? SHOW_SUPPORT);
    const ownWords = `The service refused the request with ${status}.`;
    return new RejectedError(`The service refused the request with ${status} (${reason}).`, {
      ...facts,
      ownWords,
      remedy,
    });
  }
  const remedy = aim === 'read' ? DOUBTS.read : 'Check the provisioning log to see whether it was accepted.';
  const message = `The service answered with ${status}, which is not documented.`;
  return new UnknownOutcomeError(message, { ...facts, ownWords: message, remedy });
}

type AnsweredFacts = Omit<FailureFacts, 'remedy'> & { readonly status: number };

/** The facts of an answer that are stored. They do not include its text. */
function factsOf(answer: AnswerFacts, graph: GraphError | undefined): AnsweredFacts {
  const { status, requestId, retryAfterMs, clientRequestId, tenantTime } = answer;
  return {
    status,
    ...(graph && { code: graph.code }),
    ...(requestId !== undefined && { requestId }),
    ...(retryAfterMs !== undefined && { retryAfterMs }),
    ...(clientRequestId !== undefined && { clientRequestId }),
    ...(tenantTime !== undefined && { tenantTime }),
  };
}

function intercepted(answer: AnswerFacts, facts: AnsweredFacts): InterceptedError {
  const { status, location } = answer;
  const remedy = isHtml(answer)
    ? 'The network may have a sign-in page, or its proxy may refuse the call. Open any page in a browser, then try again.'
    : 'Check the network, its proxy and its sign-in page, then try again.';
  const what = isHtml(answer) ? `a web page (${status})` : String(status);
  const ownWords = `Something between here and the service answered with ${what}`;
  const host = status >= 300 && status < 400 ? hostOf(location) : undefined;
  const pointer = host === undefined ? '' : ` that points to ${host}; nothing was sent there`;
  return new InterceptedError(`${ownWords}${pointer}.`, { ...facts, ownWords: `${ownWords}${pointer}.`, remedy });
}

const MAX_HOST = 100;

/** The host that an answer redirects to, without the rest of the address. */
function hostOf(location: string | undefined): string | undefined {
  if (location === undefined || location === '') return undefined;
  if (!URL.canParse(location)) return 'another address of the same host';
  const { host } = new URL(location);
  return host === '' || host.length > MAX_HOST ? undefined : host;
}

/**
 * Whether a call was refused because a permission is missing, not because of its token. Source for the 401 of the
 * synchronization API: microsoft-graph-docs-contrib, issue 8800.
 */
export function isDenied({
  status,
  code,
}: Pick<TenantError, 'status'> & { readonly code?: string | undefined }): boolean {
  return status === 403 || (status === 401 && code === 'UnknownError');
}

/** Describes answers that only network devices give. Source: RFC 9110, 15.5.8; RFC 6585, 6. */
function describeIntermediary({
  status,
}: AnswerFacts): { readonly message: string; readonly remedy: string } | undefined {
  if (status === 407)
    return {
      message: 'The proxy requires a user name and a password, or rejected them (407).',
      remedy: 'Add them to the address of the proxy, http://USER:PASSWORD@HOST:PORT; in VS Code, sign in to the proxy.',
    };
  if (status === 511)
    return {
      message: 'The network requires a sign-in before it permits calls (511).',
      remedy: 'Open any page in a browser, sign in to the network there, then try again.',
    };
  return undefined;
}

function isHtml({ contentType, body }: AnswerFacts): boolean {
  return /\bhtml\b/i.test(contentType) || /^\s*<(!doctype|html)/i.test(body);
}

/**
 * Classifies a call without an answer. If the transport knows whether the request was started, that decides; otherwise
 * only codes that always occur before the first byte mean that nothing was sent. A broken connection has the same code
 * in both cases.
 */
export function classifyFailure(failure: unknown, aim: Aim, clientRequestId?: string): TenantError {
  if (failure instanceof TenantError) return failure;
  const known = failure instanceof CallFailure ? failure : undefined;
  const cause = known?.cause ?? failure;
  const traces = failureTraces(cause);
  const code = traces[0]?.code;
  const facts = {
    ...(code !== undefined && { code }),
    ...(clientRequestId !== undefined && { clientRequestId }),
    cause,
  };
  const isUnsent = known?.started === false || (traces.length > 0 && traces.every(isBeforeRequest));
  if (!isUnsent) {
    const message = describeFailure(cause, code);
    return new UnknownOutcomeError(message, { ...facts, ownWords: message, remedy: DOUBTS[aim] });
  }
  const { message, remedy } = describeUnsent(traces[0], known?.proxy);
  return new NotSentError(message, {
    ...facts,
    ownWords: message,
    mayPass: mayPassByItself(traces[0]),
    remedy: aim === 'upload' ? `Nothing was sent. ${remedy}` : remedy,
  });
}

function describeFailure(failure: unknown, code: string | undefined): string {
  if (failure instanceof AttemptTimeoutError)
    return `No complete answer came within ${failure.ms / 1000} seconds (${failure.code}).`;
  const what = code === 'AbortError' ? 'The call was abandoned' : `The connection failed (${code ?? 'no code'})`;
  return `${what} before an answer came.`;
}
