import type { INetworkModule } from '../identityLibrary';
import type { SignInLine } from './signInLine';

type Sent = Parameters<INetworkModule['sendPostRequestAsync']>[1];

/**
 * A line as the engine of the library calls.
 * @param lineNow the line of who asks, looked for at each call
 */
export function msalNetwork(lineNow: () => SignInLine): INetworkModule {
  const call = async (method: 'GET' | 'POST', url: string, sent: Sent) => {
    const { status, headers, body } = await lineNow().call({
      url,
      method,
      headers: sent?.headers ?? {},
      ...(sent?.body !== undefined && { body: sent.body }),
    });
    // Of the type that the engine expects there: it looks at each member itself
    return { status, headers, body: (body === '' ? {} : JSON.parse(body)) as never };
  };
  return {
    sendGetRequestAsync: (url, sent) => call('GET', url, sent),
    sendPostRequestAsync: (url, sent) => call('POST', url, sent),
  };
}
