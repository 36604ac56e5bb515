import type { LogEntry, LogStep } from './logEntry';

const REFERENCE = /^(?:.*[.:])?manager(?:\.value)?$/i;

/**
 * Whether an entry only sets references, such as the manager. The service sets them separately after it has created or
 * updated the person, whether or not that succeeded. Source: Entra, manager update issues of HR provisioning; the name
 * of the step is Graph's.
 */
export function setsReferenceAlone({ action, status, modifiedProperties, steps }: LogEntry): boolean {
  if (action === 'create' || action === 'delete' || action === 'disable' || action === 'stagedDelete') return false;
  const resolved = new Set(steps.filter(isResolution).flatMap(({ details }) => Object.keys(details)));
  if (modifiedProperties.length > 0)
    return modifiedProperties.every(({ name }) => REFERENCE.test(name) || resolved.has(name));
  const failed = steps.filter((step) => step.status === 'failure');
  return status === 'failure' && failed.length > 0 && failed.every(isResolution);
}

function isResolution({ type }: LogStep): boolean {
  return type === 'referenceResolution';
}
