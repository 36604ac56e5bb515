import type { LogEntry } from './logEntry';

const REFERENCE = /^(?:.*[.:])?manager(?:\.value)?$/i;

/**
 * Whether an entry only sets a reference, the manager: the service does so on its own, after the person was created or updated, and
 * whether or not that went well. Source: Entra, manager update issues of HR provisioning; the name of the step is Graph's.
 */
export function setsReferenceAlone({ action, status, modifiedProperties, steps }: LogEntry): boolean {
  if (action === 'create' || action === 'delete' || action === 'disable' || action === 'stagedDelete') return false;
  if (modifiedProperties.length > 0) return modifiedProperties.every(({ name }) => REFERENCE.test(name));
  const failed = steps.filter((step) => step.status === 'failure');
  return status === 'failure' && failed.length > 0 && failed.every(({ type }) => type === 'referenceResolution');
}
