import type { DraftRule } from './mappingDraft';

/** A rule that names columns which the extract does not have would be an error: it becomes a comment that says so. */
export function withoutColumns(rule: DraftRule, missing: readonly string[]): DraftRule {
  if (missing.length === 0) return rule;
  const names = missing.map((name) => `"${name}"`).join(', ');
  const what = `The extract does not have the column ${names}. Use another one, or remove this.`;
  return { ...rule, isOff: true, comments: [...(rule.comments ?? []), what] };
}
