import type { DraftRule } from './mappingDraft';

/**
 * Turns a rule that reads columns missing from the extract into a comment that names them; as a rule it would be an
 * error.
 */
export function withoutColumns(rule: DraftRule, missing: readonly string[]): DraftRule {
  if (missing.length === 0) return rule;
  const names = missing.map((name) => `"${name}"`).join(', ');
  const what = `The extract does not have the column ${names}. Use another one, or remove this.`;
  return { ...rule, isOff: true, comments: [...(rule.comments ?? []), what] };
}
