import { InterceptedError, NotTheSandboxError, RejectedError, SignInRefusedError, TenantError } from '../errors';

/** What would end in the same way the next time. */
const FINAL = [RejectedError, InterceptedError, NotTheSandboxError, SignInRefusedError] as const;

/** Whether a read that failed so may succeed later. */
export function mayReadAgain(error: unknown): error is TenantError {
  return error instanceof TenantError && !FINAL.some((kind) => error instanceof kind);
}
