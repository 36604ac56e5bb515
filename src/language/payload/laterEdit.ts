/** What an action has as `data` when its edits are made only when it is chosen: they may be thousands. */
export type LaterEdit = { readonly edit: 'numberBulkIds' } | { readonly edit: 'fixAll'; readonly code: string };

export function isLaterEdit(value: unknown): value is LaterEdit {
  if (typeof value !== 'object' || value === null || !('edit' in value)) return false;
  return (
    value.edit === 'numberBulkIds' || (value.edit === 'fixAll' && 'code' in value && typeof value.code === 'string')
  );
}
