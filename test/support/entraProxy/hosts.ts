/** One of Microsoft's clouds, as a tenant's Graph and sign-in are reached. Source: Microsoft Graph, national cloud deployments. */
export interface CloudHosts {
  /** All the names of its sign-in service: the library itself moves to the first. */
  readonly logins: readonly string[];
  readonly graph: string;
}

export type CloudName = 'global' | 'usgov' | 'usgovdod' | 'china';

/** Written down here once more on purpose: the product's own table is what the proxy is to test. */
export const clouds: Readonly<Record<CloudName, CloudHosts>> = {
  global: { logins: ['login.microsoftonline.com'], graph: 'graph.microsoft.com' },
  usgov: { logins: ['login.microsoftonline.us'], graph: 'graph.microsoft.us' },
  usgovdod: { logins: ['login.microsoftonline.us'], graph: 'dod-graph.microsoft.us' },
  china: {
    logins: ['login.partner.microsoftonline.cn', 'login.chinacloudapi.cn'],
    graph: 'microsoftgraph.chinacloudapi.cn',
  },
};

/** What a host is for, `undefined` for one that the proxy lets nobody reach. */
export function roleOf(host: string): 'login' | 'graph' | undefined {
  const all = Object.values(clouds);
  if (all.some(({ logins }) => logins.includes(host))) return 'login';
  return all.some(({ graph }) => graph === host) ? 'graph' : undefined;
}
