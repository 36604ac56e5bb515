import type { LogEntry } from './logEntry';

/** The result for a person according to one entry. */
export type Outcome =
  | 'created'
  | 'updated'
  | 'enabled'
  | 'disabled'
  | 'deleted'
  | 'unchanged'
  | 'skipped'
  | 'failed'
  /** Entra held the change as an accidental deletion; an administrator must allow it. */
  | 'held'
  | 'other';

/** The skip reason of a record that is already up to date. Source: Entra, provisioning log samples and error codes. */
export const REDUNDANT_EXPORT = 'RedundantExport';

export function entryOutcome(entry: LogEntry): Outcome {
  if (entry.action === 'stagedDelete') return 'held';
  switch (entry.status) {
    case 'failure':
      return 'failed';
    case 'skipped':
      return isRedundant(entry) ? 'unchanged' : 'skipped';
    case 'success':
    case 'warning':
      return changeOutcome(entry);
    default:
      return 'other';
  }
}

function changeOutcome(entry: LogEntry): Outcome {
  switch (entry.action) {
    case 'create':
      return 'created';
    case 'delete':
      return 'deleted';
    case 'disable':
      return 'disabled';
    case 'update':
      return accountTurn(entry) ?? 'updated';
    default:
      return accountTurn(entry) ?? 'other';
  }
}

/** Whether the entry enabled or disabled the account. On-premises jobs write the inverted `accountDisabled`. */
function accountTurn(entry: LogEntry): 'enabled' | 'disabled' | undefined {
  for (const property of entry.modifiedProperties) {
    const name = property.name.toLowerCase();
    if (name !== 'accountenabled' && name !== 'accountdisabled') continue;
    const [before, after] = [isTrue(property.oldValue), isTrue(property.newValue)];
    if (before === after) continue;
    return after === (name === 'accountenabled') ? 'enabled' : 'disabled';
  }
  return undefined;
}

function isTrue(value: string | null): boolean {
  return value?.toLowerCase() === 'true';
}

function isRedundant(entry: LogEntry): boolean {
  return (
    entry.error?.code === REDUNDANT_EXPORT || entry.steps.some((step) => step.details.SkipReason === REDUNDANT_EXPORT)
  );
}
