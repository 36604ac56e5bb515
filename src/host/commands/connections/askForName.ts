import { whyNoConnectionName } from '../../../connections/tenantFile';
import { isSameName } from '../../../connections/user/sameName';
import { askForText } from '../../messages/questions';
import type { Services } from '../../services';

/** Asks for a name that no other connection has. */
export function askForName(
  services: Services,
  { title, value, except }: { readonly title: string; readonly value: string; readonly except?: string },
): Promise<string> {
  return askForText({
    title,
    value,
    prompt: 'A name for the connection, shown in titles, buttons and messages.',
    validate: (name) => whyNoName(services, name, except),
  });
}

/** Why a connection cannot have a name; `undefined` if it can. */
export function whyNoName({ connections }: Services, name: string, except?: string): string | undefined {
  const isOwn = except !== undefined && isSameName(name, except);
  if (!isOwn && connections.find(name) !== undefined) return 'Another connection has this name.';
  return whyNoConnectionName(name);
}

/** A similar name that no connection has yet. */
export function freeName({ connections }: Services, like: string): string {
  for (let number = 1; ; number++) {
    const name = number === 1 ? like : `${like.slice(0, 90)} ${number}`;
    if (connections.find(name) === undefined) return name;
  }
}
