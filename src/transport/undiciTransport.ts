import type { Readable } from 'node:stream';
import { Readable as NodeReadable, pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Dispatcher } from 'undici';
import { EnvHttpProxyAgent, Pool } from 'undici';
import { AttemptTimeoutError } from '../tenant/attemptTimer';
import { ATTEMPT_TIMEOUTS, MAX_LOG_ANSWER, MAX_SCHEMA_ANSWER } from '../tenant/limits';
import { CallFailure } from '../tenant/network/callFailure';
import { cancelled } from '../tenant/signIn/bearerToken';
import type { OpenedTransport, TransportAnswer, TransportRequest } from '../tenant/transport';
import type { EnvProxies } from './envProxies';

export interface UndiciOptions {
  readonly proxies: EnvProxies;
  /** Certificates of authorities, in PEM, that replace Node's default ones. */
  readonly authorities?: readonly string[] | undefined;
  /** Timeout for connecting in milliseconds, with or without a proxy. */
  readonly connectTimeout?: number;
}

/**
 * The transport of the command line. It uses undici's requests, not its `fetch`, which sends a body again after a 421
 * and hides the answer of a proxy. It repeats nothing and follows no redirect.
 */
export function undiciTransport(options: UndiciOptions): OpenedTransport {
  const agent = openAgent(options);
  return {
    transport: async (url, request) => {
      const progress: Progress = { isStarted: false };
      try {
        return answerOf(await send(agent, progress, url, request));
      } catch (error) {
        const { signal } = request;
        if (!progress.isStarted && signal?.aborted === true && !(signal.reason instanceof AttemptTimeoutError))
          throw cancelled();
        throw new CallFailure(error, { started: progress.isStarted, proxy: options.proxies.choose(url) });
      }
    },
    close: () => agent.destroy(),
  };
}

function openAgent({ proxies, authorities, connectTimeout = ATTEMPT_TIMEOUTS.connect }: UndiciOptions): Dispatcher {
  // Explicit, so that no environment variable overrides it
  const tls = { rejectUnauthorized: true, timeout: connectTimeout, ...(authorities && { ca: [...authorities] }) };
  return new EnvHttpProxyAgent({
    // Explicit, because undici reads other variables, in another order
    httpProxy: '',
    httpsProxy: proxies.https?.url ?? '',
    noProxy: proxies.noProxy,
    connect: tls,
    requestTls: tls,
    proxyTls: tls,
    // Waiting for a proxy's answer is part of connecting
    clientFactory: (origin, given) => new Pool(origin, { ...given, headersTimeout: connectTimeout }),
    headersTimeout: ATTEMPT_TIMEOUTS.headers,
    bodyTimeout: ATTEMPT_TIMEOUTS.body,
    // Bytes before decompression; callers also limit the decompressed size
    maxResponseSize: Math.max(MAX_SCHEMA_ANSWER, MAX_LOG_ANSWER),
    maxHeaderSize: MAX_HEADERS,
    // One request at a time per connection, so that a failed request cannot affect another
    pipelining: 1,
  });
}

/** Maximum bytes of an answer's headers: Node's own limit. */
const MAX_HEADERS = 16 * 1024;

/** The progress of a request. */
interface Progress {
  /** Whether the request was assigned a connection, so that its first byte may have been sent. */
  isStarted: boolean;
}

async function send(
  agent: Dispatcher,
  progress: Progress,
  url: string,
  { method, headers, body, signal }: TransportRequest,
): Promise<Dispatcher.ResponseData> {
  const { origin, pathname, search } = new URL(url);
  const request = agent.compose(watch(progress)).request({
    origin,
    path: pathname + search,
    method,
    headers: { ...headers, 'accept-encoding': 'gzip' },
    ...(body !== undefined && { body }),
    ...(signal && { signal }),
  });
  if (signal === undefined) return request;
  // Without this, undici would wait for the connection before it rejects
  return Promise.race([request, aborted(signal)]);
}

/** Notes when a request is written to a connection, and prevents it from being written twice. */
function watch(progress: Progress): Dispatcher.DispatcherComposeInterceptor {
  return (dispatch) => (options, handler) =>
    dispatch(options, {
      onRequestStart(controller, context) {
        if (progress.isStarted) {
          controller.abort(new Error('A request is not sent twice.'));
          return;
        }
        progress.isStarted = true;
        handler.onRequestStart?.(controller, context);
      },
      onRequestUpgrade: (...of) => handler.onRequestUpgrade?.(...of),
      onResponseStart: (...of) => handler.onResponseStart?.(...of),
      onResponseData: (...of) => handler.onResponseData?.(...of),
      onResponseEnd: (...of) => handler.onResponseEnd?.(...of),
      onResponseError: (...of) => handler.onResponseError?.(...of),
    });
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const give = (): void => reject(signal.reason as Error);
    if (signal.aborted) give();
    else signal.addEventListener('abort', give, { once: true });
  });
}

function answerOf({ statusCode, headers, body }: Dispatcher.ResponseData): TransportAnswer {
  const unpacked = /^\s*(x-)?gzip\s*$/i.test(String(headers['content-encoding'] ?? '')) ? unpack(body) : body;
  return {
    status: statusCode,
    headers: {
      get: (name) => {
        const value = headers[name.toLowerCase()];
        return value === undefined ? null : String(value);
      },
    },
    body: NodeReadable.toWeb(unpacked),
  };
}

/** Decompresses on demand. */
function unpack(packed: Readable): Readable {
  // An error of either stream also destroys the other, and so reaches the reader
  return pipeline(packed, createGunzip(), () => undefined);
}
