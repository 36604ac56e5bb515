import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const PAGE = (text: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Inbound Provisioning</title><p>${text}</p></html>`;
/** Maximum bytes of an address; codes have one to two thousand. */
const MAX_ADDRESS = 16 * 1024;

/**
 * Waits on a port of this machine for the browser to return from signing in. Only accepts an answer with its own state.
 */
export class RedirectListener {
  /** A random value that the browser must return. */
  readonly state = randomBytes(32).toString('base64url');
  readonly #server: Server;
  #arrived: (query: URLSearchParams) => void = () => undefined;
  readonly #redirect = new Promise<URLSearchParams>((resolve) => (this.#arrived = resolve));

  private constructor() {
    this.#server = createServer({ maxHeaderSize: MAX_ADDRESS }, (request, response) => this.#answer(request, response));
  }

  static async open(): Promise<RedirectListener> {
    const listener = new RedirectListener();
    listener.#server.listen(0, '127.0.0.1');
    await once(listener.#server, 'listening');
    return listener;
  }

  /**
   * Source: Microsoft identity platform, redirect URIs of native applications: http is only allowed for localhost, on
   * any port.
   */
  get address(): string {
    return `http://localhost:${(this.#server.address() as AddressInfo).port}`;
  }

  /** The query with which the browser returns. Rejects once the signal is aborted. */
  redirect(signal: AbortSignal): Promise<URLSearchParams> {
    return new Promise((resolve, reject) => {
      const stop = (): void => reject(signal.reason as Error);
      if (signal.aborted) stop();
      signal.addEventListener('abort', stop, { once: true });
      void this.#redirect.then(resolve).finally(() => signal.removeEventListener('abort', stop));
    });
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  #answer({ method, url = '' }: IncomingMessage, response: ServerResponse): void {
    const query = queryOf(url);
    const isOurs = method === 'GET' && query.get('state') === this.state;
    const text = !isOurs
      ? 'This page is part of a sign-in that is not yours.'
      : query.has('code')
        ? 'You are signed in. You can close this page.'
        : 'You are not signed in. You can close this page; the reason is shown where you started.';
    response.writeHead(isOurs ? 200 : 404, {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      'Content-Security-Policy': "default-src 'none'",
      'Referrer-Policy': 'no-referrer',
      Connection: 'close',
    });
    response.once('close', () => {
      if (isOurs) this.#arrived(query);
    });
    response.end(PAGE(text));
  }
}

/**
 * Parses the query without parsing the address: any process of this machine may request an invalid one, such as "//".
 */
function queryOf(target: string): URLSearchParams {
  const start = target.indexOf('?');
  return new URLSearchParams(start === -1 ? '' : target.slice(start));
}
