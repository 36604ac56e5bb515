import type { DraftRule } from './mappingDraft';

/** A rule that names columns which the extract does not have would be an error: it becomes a comment that says so. */
export function withoutColumns(rule: DraftRule, missing: readonly string[]): DraftRule {
  if (missing.length === 0) return rule;
  const names = missing.map((name) => `"${name}"`).join(', ');
  const what = `The extract has no column ${names}. Name another, or leave this out.`;
  return { ...rule, isOff: true, comments: [...(rule.comments ?? []), what] };
}
