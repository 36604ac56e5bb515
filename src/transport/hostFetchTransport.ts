import type { VerificationSwitches } from '../tenant/network/verification';
import { refuseUnverified } from '../tenant/network/verification';
import type { OpenedTransport, Transport, TransportAnswer, TransportRequest } from '../tenant/transport';

/** The environment and editor settings that determine how the extension host calls. */
export interface HostNetwork extends VerificationSwitches {
  /**
   * The setting `http.electronFetch`: whether `fetch` is Electron's, which sets Content-Length itself and refuses a
   * given one.
   */
  readonly electronFetch: boolean;
}

/**
 * The transport of the extension host: the host's own `fetch`, which uses the user's proxy and certificates. Looked up
 * at each call, because VS Code replaces it. Throws a `NotSentError` if certificates are not verified.
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
  // The host owns the connections, so there is nothing to close
  return { transport, close: () => Promise.resolve() };
}

function sendOnce({ body, headers, ...request }: TransportRequest, { electronFetch }: HostNetwork): RequestInit {
  if (body === undefined) return { ...request, headers };
  const bytes = new TextEncoder().encode(body);
  const length = electronFetch ? {} : { 'Content-Length': String(bytes.length) };
  return { ...request, headers: { ...headers, ...length }, body: readOnce(bytes), duplex: 'half' };
}

/** A body that can only be read once, so that `fetch` cannot send it again after a 421. */
function readOnce(bytes: Uint8Array): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(bytes);
      controller.close();
    },
  });
}

/**
 * The answer that an error of `fetch` hides. Some versions of Node's `fetch` do not return a 401 for a body that can
 * only be read once (source: undici, issue 5018, versions 7.19 to 7.24). Electron's fails on a redirect that it must
 * not follow (source: Electron, lib/common/api/net-client-request.ts).
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
