import type { Connection, ConnectionKind } from '../connections/connection';

const KINDS: Readonly<Record<ConnectionKind, { readonly icon: string; readonly description: string }>> = {
  sandbox: { icon: 'beaker', description: 'a tenant that lives on this machine' },
  tenant: { icon: 'organization', description: 'a tenant of Microsoft Entra' },
};

/** The texts of an offer: the title of a lens or button, and its tooltip. */
interface OfferLook {
  readonly icon: string;
  readonly title: string;
  readonly tooltip: string;
}

/** The texts of the offer to send over a connection. */
export function lookOfSending({ kind, name }: Pick<Connection, 'kind' | 'name'>): OfferLook {
  const { icon, description } = KINDS[kind];
  return {
    icon,
    title: `Send to ${name}`,
    tooltip: `The connection in use is ${name}, ${description}. You see the plan before anything is sent.`,
  };
}
