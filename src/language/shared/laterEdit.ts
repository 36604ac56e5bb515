/** The `data` of an action whose edits are computed only when it is chosen, as there may be thousands. */
export type LaterEdit =
  { readonly edit: 'fixAll'; readonly code: string } | { readonly edit: 'refactoring'; readonly title: string };

export function isLaterEdit(value: unknown): value is LaterEdit {
  if (typeof value !== 'object' || value === null || !('edit' in value)) return false;
  if (value.edit === 'fixAll') return 'code' in value && typeof value.code === 'string';
  return value.edit === 'refactoring' && 'title' in value && typeof value.title === 'string';
}
