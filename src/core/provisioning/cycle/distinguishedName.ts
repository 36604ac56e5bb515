import type { CycleContext } from './cycleContext';
import type { TargetValues } from '../directory/targetValue';
import { targetTextOf } from '../directory/targetValue';

/**
 * The distinguished name of an object in Active Directory: `CN=Ana Diaz,OU=People,DC=contoso,DC=com`. Source: RFC 4514.
 */
export function distinguishedName(commonName: string, container: string): string {
  const escaped = commonName
    .replace(/[\\",+<>;=]/g, '\\$&')
    .replace(/^[ #]/, '\\$&')
    .replace(/ $/, '\\ ');
  return `CN=${escaped},${container}`;
}

/** The container of an account; by default, the one that was chosen when the domain was connected. */
export function containerOf(values: TargetValues, { defaultContainer, defaultDomain }: CycleContext): string {
  const own = /^(?:[^\\,]|\\.)*,(.+)$/s.exec(targetTextOf(values, 'distinguishedName'))?.[1];
  const domain = defaultDomain.split('.').map((part) => `DC=${part}`);
  return (
    targetTextOf(values, 'parentDistinguishedName') || (own ?? defaultContainer ?? ['CN=Users', ...domain].join(','))
  );
}
