/** The Microsoft clouds with tenants, by their names in connection files. */
export type CloudName = 'global' | 'usgov' | 'usgovdod' | 'china';

/** A cloud. Its tokens are only valid for its own Graph. */
export interface Cloud {
  readonly title: string;
  /** The origin of Microsoft Graph. */
  readonly graph: string;
  /** The origin of its sign-in. */
  readonly authority: string;
  /** All hosts of its sign-in: the sign-in library may use either name of a cloud that has two. */
  readonly signInHosts: readonly string[];
  /** The origin of its admin center. */
  readonly portal: string;
  /** The scope of a token. */
  readonly scope: string;
}

/** Every cloud. Source: Microsoft Graph, national cloud deployments. */
export const clouds: Readonly<Record<CloudName, Cloud>> = {
  global: cloud('Global', 'graph.microsoft.com', 'login.microsoftonline.com', 'entra.microsoft.com'),
  usgov: cloud('US Government L4 (GCC High)', 'graph.microsoft.us', 'login.microsoftonline.us', 'entra.microsoft.us'),
  usgovdod: cloud('US Government L5 (DoD)', 'dod-graph.microsoft.us', 'login.microsoftonline.us', 'entra.microsoft.us'),
  china: cloud(
    'China (21Vianet)',
    'microsoftgraph.chinacloudapi.cn',
    'login.chinacloudapi.cn',
    'entra.microsoftonline.cn',
    ['login.partner.microsoftonline.cn'],
  ),
};

/** The names of all clouds, in display order. */
export const cloudNames = Object.keys(clouds) as readonly CloudName[];

/** The cloud whose Graph has an origin. */
export function cloudOfGraph(origin: string): CloudName | undefined {
  return cloudNames.find((name) => clouds[name].graph === origin);
}

function cloud(
  title: string,
  graphHost: string,
  authorityHost: string,
  portalHost: string,
  otherSignInHosts: readonly string[] = [],
): Cloud {
  const graph = `https://${graphHost}`;
  return {
    title,
    graph,
    authority: `https://${authorityHost}`,
    signInHosts: [authorityHost, ...otherSignInHosts],
    portal: `https://${portalHost}`,
    scope: `${graph}/.default`,
  };
}
