import { classifyAnswer } from './classify';
import { nextPageAddress } from './endpoint';
import { InterceptedError, UnknownOutcomeError } from './errors';
import type { CallOptions, TenantAnswer } from './exchange';
import { exchange } from './exchange';

/** A resource that is read with one call per page. */
interface Reading {
  /** The name in messages, such as `provisioning log`. */
  readonly name: string;
  /** Maximum bytes of an answer to read. */
  readonly limit: number;
  /** The application permission that the call needs, if it is exactly one. */
  readonly permission?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A list that is read page by page. */
export interface PagedList<Parsed> extends Reading {
  /** Parses a page, or returns one sentence on why it is not one. */
  readonly parse: (body: string) => Parsed;
  readonly maxPages: number;
  /** The remedy if there are more than `maxPages` pages. */
  readonly remedyOfMore: string;
}

interface Refusal {
  readonly refusal: string;
}

/**
 * Reads a list page by page, on demand. A next page is only followed if it has the origin and the path of the first.
 *
 * @param turn awaited before each request; the list ends there if the signal was aborted meanwhile
 */
export async function* readPages<Page extends { readonly nextLink?: string }>(
  options: CallOptions,
  list: PagedList<Page | Refusal>,
  first: string,
  signal?: AbortSignal,
  turn?: () => Promise<void>,
): AsyncGenerator<Exclude<Page, Refusal>> {
  let url: string = first;
  const read = new Set<string>();
  for (let count = 0; count < list.maxPages; count++) {
    if (turn !== undefined) {
      await turn();
      if (signal?.aborted === true) return;
    }
    const answer = await get(options, { ...list, url }, signal);
    const page = parsed<Page>(answer, list, list.parse);
    yield page;
    if (page.nextLink === undefined) return;
    const next = nextPageAddress(page.nextLink, first);
    if (next === undefined) throw unreadable(list, 'The next page is at another address.', answer);
    if (read.add(url).has(next)) throw unreadable(list, 'Its pages form a cycle.', answer);
    url = next;
  }
  const message = `The ${list.name} has more than ${list.maxPages} pages; the rest was not read.`;
  throw new InterceptedError(message, { remedy: list.remedyOfMore });
}

/** Reads a single answer. */
export async function readPage<Result>(
  options: CallOptions,
  call: Reading & { readonly url: string },
  parse: (body: string) => Result | Refusal,
  signal?: AbortSignal,
): Promise<Exclude<Result, Refusal>> {
  return parsed<Result>(await get(options, call, signal), call, parse);
}

function get(options: CallOptions, reading: Reading & { readonly url: string }, signal?: AbortSignal) {
  const attempt = (): Promise<TenantAnswer> => getOnce(options, reading, signal);
  return options.patience === undefined ? attempt() : options.patience.read(attempt, signal);
}

async function getOnce(
  options: CallOptions,
  { url, limit, permission, headers }: Reading & { readonly url: string },
  signal?: AbortSignal,
): Promise<TenantAnswer> {
  const call = { method: 'GET', url, headers: { Accept: 'application/json', ...headers }, limit } as const;
  const answer = await exchange(options, call, signal);
  const error = classifyAnswer(answer, 'read', permission);
  if (error !== undefined) throw error;
  if (answer.brokeOff)
    throw new UnknownOutcomeError('The connection broke during the answer.', {
      status: answer.status,
      remedy: 'Nothing was changed by it. Try again later.',
    });
  return answer;
}

function parsed<Result>(
  answer: TenantAnswer,
  reading: Reading,
  parse: (body: string) => Result | Refusal,
): Exclude<Result, Refusal> {
  const result = answer.complete ? parse(answer.body) : { refusal: 'The answer is too long.' };
  if (isRefusal(result)) throw unreadable(reading, result.refusal, answer);
  return result as Exclude<Result, Refusal>;
}

function isRefusal(result: unknown): result is Refusal {
  return typeof result === 'object' && result !== null && 'refusal' in result;
}

function unreadable({ name }: Reading, reason: string, { status, requestId }: TenantAnswer): InterceptedError {
  const remedy = `Check the network and its proxy, then read the ${name} again.`;
  return new InterceptedError(`The ${name} could not be read: ${reason}`, {
    status,
    remedy,
    ...(requestId !== undefined && { requestId }),
  });
}
