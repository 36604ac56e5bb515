import type { INetworkModule } from '../identityLibrary';
import type { SignInLine } from './signInLine';

type Sent = Parameters<INetworkModule['sendPostRequestAsync']>[1];

/**
 * A line in the form that the library's engine calls.
 * @param lineNow the caller's line, looked up at each call
 */
export function msalNetwork(lineNow: () => SignInLine): INetworkModule {
  const call = async (method: 'GET' | 'POST', url: string, sent: Sent) => {
    const { status, headers, body } = await lineNow().call({
      url,
      method,
      headers: sent?.headers ?? {},
      ...(sent?.body !== undefined && { body: sent.body }),
    });
    // Typed as the engine expects: it checks each member itself
    return { status, headers, body: (body === '' ? {} : JSON.parse(body)) as never };
  };
  return {
    sendGetRequestAsync: (url, sent) => call('GET', url, sent),
    sendPostRequestAsync: (url, sent) => call('POST', url, sent),
  };
}
