import { clouds } from '../../tenant/clouds';
import { attempt } from '../attempt';
import type { Check } from '../check';
import type { Examination } from '../examination';
import type { ProxyChoice } from '../../tenant/network/networkFacts';
import type { Finding } from '../report';
import { failed, ok } from '../report';
import { sayFailure } from '../sayFailure';
import { isCertificateFailure } from '../certificateFailure';

/** Checks the route of calls, and whether the service answers. */
export const proxy: Check = {
  id: 'proxy',
  title: 'Network',
  isGate: true,
  isForSending: true,
  async find(examination) {
    const way = await sayWay(examination);
    if (typeof way !== 'string') return way;
    const greeting = await examination.greeting();
    // A server with a wrong certificate was still reached
    if ('value' in greeting || isCertificateFailure(greeting.error)) return ok(way);
    return failed(`${sayFailure(greeting.error)} ${way}`, `${greeting.error.remedy}${sayHosts(examination)}`);
  },
};

/** For the administrator of a proxy, who needs host names. */
function sayHosts({ isSandbox, cloud }: Examination): string {
  if (isSandbox || cloud === undefined) return '';
  const { graph, signInHosts } = clouds[cloud];
  return ` The hosts are ${[new URL(graph).host, ...signInHosts].join(', ')}.`;
}

async function sayWay({ isSandbox, cloud, effects }: Examination): Promise<string | Finding> {
  if (isSandbox || cloud === undefined) return 'The sandbox is on this machine and is reached without a proxy.';
  const { network, signal } = effects;
  if (network === undefined) return 'It is unknown which proxy is in use.';
  const { graph, authority } = clouds[cloud];
  const ways = await attempt(Promise.all([network.proxyFor(graph), network.proxyFor(authority)]), signal);
  if ('error' in ways) return failed(ways.error.message, ways.error.remedy);
  const [toGraph, toSignIn] = ways.value.map(sayChoice);
  if (toGraph === toSignIn) return `Calls to Microsoft Graph and sign-in go ${toGraph}.`;
  return `Calls to Microsoft Graph go ${toGraph}; calls to sign-in go ${toSignIn}.`;
}

function sayChoice(choice: ProxyChoice): string {
  switch (choice.kind) {
    case 'proxy':
      return `through the proxy ${choice.address} (${choice.source})`;
    case 'direct':
      return choice.source === undefined ? 'directly, without a proxy' : `directly, as ${choice.source} says`;
    case 'unknown':
      return `by an unknown route (${choice.reason.replace(/\.$/, '')})`;
  }
}
