import type { VerificationSwitches } from '../tenant/network/verification';
import { refuseUnverified } from '../tenant/network/verification';
import type { OpenedTransport, Transport, TransportAnswer, TransportRequest } from '../tenant/transport';

/** What determines how the extension host calls: its environment, and settings of the editor. */
export interface HostNetwork extends VerificationSwitches {
  /**
   * The setting `http.electronFetch`: whether `fetch` is Electron's, which counts a body itself and refuses a
   * Content-Length.
   */
  readonly electronFetch: boolean;
}

/**
 * The transport of the extension host: the host's own `fetch`, which uses the proxy and the certificates of the user.
 * It is read at each call, because VS Code replaces it, and no import replaces it again. Throws a `NotSentError` if
 * certificates are not verified.
 */
export function hostFetchTransport(network: HostNetwork): OpenedTransport {
  refuseUnverified(network);
  const transport: Transport = async (url, request) => {
    try {
      return await globalThis.fetch(url, sendOnce(request, network));
    } catch (error) {
      const hidden = hiddenAnswer(error);
      if (hidden === undefined) throw error;
      return hidden;
    }
  };
  // The host owns the connections
  return { transport, close: () => Promise.resolve() };
}

function sendOnce({ body, headers, ...request }: TransportRequest, { electronFetch }: HostNetwork): RequestInit {
  if (body === undefined) return { ...request, headers };
  const bytes = new TextEncoder().encode(body);
  const length = electronFetch ? {} : { 'Content-Length': String(bytes.length) };
  return { ...request, headers: { ...headers, ...length }, body: readOnce(bytes), duplex: 'half' };
}

/** A body that can be read only once: otherwise `fetch` sends it again if the answer is 421. */
function readOnce(bytes: Uint8Array): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(bytes);
      controller.close();
    },
  });
}

/**
 * Answers that a `fetch` hides in an error. Some versions of Node's refuse to give a 401 for a body that can be read once (source:
 * undici, issue 5018, versions 7.19 to 7.24); Electron's fails on a redirect that it is not to follow (source: Electron,
 * lib/common/api/net-client-request.ts).
 */
function hiddenAnswer(error: unknown): TransportAnswer | undefined {
  if (!(error instanceof Error)) return undefined;
  const cause = error.cause instanceof Error ? error.cause.message : error.cause;
  if (cause === 'expected non-null body source') return headOf(401);
  return error.message === 'Redirect was cancelled' ? headOf(302) : undefined;
}

function headOf(status: number): TransportAnswer {
  return { status, headers: { get: () => null }, body: null };
}
