import type { TokenCredentialOptions } from '../identityLibrary';
import { LibraryHeaders } from './libraryHeaders';
import type { SignInLine } from './signInLine';

type HttpClient = NonNullable<TokenCredentialOptions['httpClient']>;

/** Adapts a line to the client interface of @azure/identity. */
export function azureClient(line: SignInLine): HttpClient {
  return {
    async sendRequest(request) {
      const { url, method, body } = request;
      if (method !== 'GET' && method !== 'POST') throw new Error(`The library calls by ${method}.`);
      const {
        status,
        headers,
        body: text,
      } = await line.call({
        url,
        method,
        headers: Object.fromEntries(request.headers),
        ...(typeof body === 'string' && { body }),
      });
      return { request, status, headers: new LibraryHeaders(headers), bodyAsText: text };
    },
  };
}
