import type { Connection, ConnectionKind } from '../connections/connection';

const KINDS: Readonly<Record<ConnectionKind, { readonly icon: string; readonly description: string }>> = {
  sandbox: { icon: 'beaker', description: 'a tenant that lives on this machine' },
  tenant: { icon: 'organization', description: 'a tenant of Microsoft Entra' },
};

/** How an offer reads: the title of a lens or a button, and its tooltip. */
interface OfferLook {
  readonly icon: string;
  readonly title: string;
  readonly tooltip: string;
}

/** The words of what sends over a connection; over one that this version does not send over, they say so. */
export function lookOfSending({ kind, name, isSendable }: Pick<Connection, 'kind' | 'name' | 'isSendable'>): OfferLook {
  if (!isSendable)
    return {
      icon: 'circle-slash',
      title: 'Send (sandbox only)',
      tooltip: `This version sends to the sandbox tenant only. Nothing is sent to ${name}.`,
    };
  const { icon, description } = KINDS[kind];
  return { icon, title: `Send to ${name}`, tooltip: `The connection in use is ${name}, ${description}.` };
}
