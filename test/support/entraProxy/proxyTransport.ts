import { readFileSync } from 'node:fs';
import { ProxyAgent, fetch } from 'undici';
import type { TokenSource } from '../../../src/tenant/signIn/tokenSource';
import type { Transport } from '../../../src/tenant/transport';
import type { EntraProxy } from './entraProxy';

/** Calls of this process through the proxy, regardless of its environment variables. */
export function proxyTransport(proxy: EntraProxy): { readonly transport: Transport; close(): Promise<void> } {
  const dispatcher = new ProxyAgent({
    uri: proxy.url,
    requestTls: { ca: readFileSync(proxy.files.authority, 'utf8') },
  });
  return {
    transport: (url, request) => fetch(url, { ...request, dispatcher }),
    close: () => dispatcher.close(),
  };
}

/** Tokens as the proxy's sign-in service gives them. One is kept until it is refused; `issued` counts them. */
export function proxyTokens(proxy: EntraProxy): TokenSource & { readonly issued: number } {
  let token: string | undefined;
  let issued = 0;
  return {
    token({ renew = false } = {}) {
      if (token === undefined || renew) {
        token = proxy.issueToken();
        issued += 1;
      }
      return Promise.resolve(token);
    },
    get issued() {
      return issued;
    },
  };
}
