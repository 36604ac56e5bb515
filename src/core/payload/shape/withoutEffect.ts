import type { AttributePath } from '../../scim/attributePath';
import type { AttributeDefinition } from '../../scim/schema';
import { ENTERPRISE_USER_URN } from '../../scim/urns';

/** Why sending the attribute has no effect, as a sentence; `undefined` if it may have one. */
export function whyWithoutEffect(
  { urn, attribute, sub }: AttributePath,
  definition: AttributeDefinition | undefined,
): string | undefined {
  if (urn === undefined && attribute === 'id')
    return 'The service provider sets it, and a client must not send it (RFC 7643, section 3.1).';
  if (urn === undefined && attribute === 'password') return 'Entra does not provision passwords.';
  if (urn === ENTERPRISE_USER_URN && attribute === 'manager' && sub !== undefined && sub !== 'value')
    return 'Entra finds the manager only by manager.value.';
  const isReadOnly = definition?.readOnly === true || (urn === undefined && attribute === 'groups');
  return isReadOnly ? 'It is read-only (RFC 7643): what a client sends is ignored.' : undefined;
}

export function isWithoutEffect(path: AttributePath, definition: AttributeDefinition): boolean {
  return whyWithoutEffect(path, definition) !== undefined;
}
