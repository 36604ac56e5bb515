import type { AttributePath } from '../scim/attributePath';
import type { ConditionMeaning, TextMeaning } from './powershell/meaning';

/** Whether a path is that of `active`. */
export function isStatus({ urn, attribute }: AttributePath): boolean {
  return urn === undefined && attribute === 'active';
}

/**
 * The comment on a rule for `active`: what an empty cell and words that the rule does not name do to an account. Empty
 * for any other rule.
 */
export function statusRemark(
  path: AttributePath,
  { expression }: TextMeaning,
  condition: ConditionMeaning,
): readonly string[] {
  if (!isStatus(path)) return [];
  const does = (enabled: boolean) => (enabled ? 'leaves the account enabled' : 'disables the account');
  const empty =
    condition.whenEmpty === condition.otherwise
      ? ', and so does an empty cell'
      : `; an empty cell ${does(condition.whenEmpty)}`;
  const ignoring = expression.includes('ToLower(') ? ' -eq ignores case.' : '';
  return [
    `Any other word ${does(condition.otherwise)}${empty}.${ignoring}`,
    'With every word named and no default, a new word becomes a problem instead: Switch([..], , "Active", "True", "Left", "False").',
  ];
}
