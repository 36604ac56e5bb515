import type { INetworkModule } from '../identityLibrary';
import type { SignInLine } from './signInLine';

type Sent = Parameters<INetworkModule['sendPostRequestAsync']>[1];

/**
 * Adapts a line to the network interface of the library's engine.
 *
 * @param lineNow returns the caller's line; called for each request
 */
export function msalNetwork(lineNow: () => SignInLine): INetworkModule {
  const call = async (method: 'GET' | 'POST', url: string, sent: Sent) => {
    const { status, headers, body } = await lineNow().call({
      url,
      method,
      headers: sent?.headers ?? {},
      ...(sent?.body !== undefined && { body: sent.body }),
    });
    // The engine checks each member itself, so the type need not be verified
    return { status, headers, body: (body === '' ? {} : JSON.parse(body)) as never };
  };
  return {
    sendGetRequestAsync: (url, sent) => call('GET', url, sent),
    sendPostRequestAsync: (url, sent) => call('POST', url, sent),
  };
}
