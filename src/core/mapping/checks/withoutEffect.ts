import { problemKind, problemOf } from '../../problems/problemKind';
import { ENTERPRISE_USER_URN } from '../../scim/urns';
import type { MappingCheck } from './mappingCheck';
import type { ResolvedRule } from '../model/model';

const kind = problemKind({
  code: 'mapping.attribute-without-effect',
  severity: 'warning',
  title: 'Attribute without effect',
  explanation:
    'The attribute is read-only (RFC 7643), or Entra ignores it: passwords are not provisioned, group memberships are not set, and a manager is found only by manager.value.',
  remedy: 'Remove the rule.',
  authority: 'Entra',
  example: {
    wrong: 'password = [InitialPassword]',
    right: '# no rule: accounts get their first credential from Entra',
  },
});

/** Rules without any effect. */
export const withoutEffect: MappingCheck = {
  kinds: [kind],
  *ofRule(resolved) {
    const reason = reasonFor(resolved);
    if (reason === undefined) return;
    const name = resolved.path.sub === undefined ? '' : `.${resolved.path.sub}`;
    const message = `"${resolved.path.attribute}${name}" has no effect. ${reason}`;
    yield problemOf(kind, resolved.rule.path.span, message);
  },
};

function reasonFor({ path, definition }: ResolvedRule): string | undefined {
  if (path.urn === undefined && path.attribute === 'password') return 'Entra does not provision passwords.';
  if (path.urn === ENTERPRISE_USER_URN && path.attribute === 'manager' && path.sub !== 'value')
    return 'Entra finds the manager by manager.value.';
  return definition?.readOnly === true || (path.urn === undefined && path.attribute === 'groups')
    ? 'RFC 7643 makes it read-only.'
    : undefined;
}
