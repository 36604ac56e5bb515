import { InterceptedError, NotTheSandboxError, RejectedError, SignInRefusedError, TenantError } from '../errors';

/** Errors that would recur. */
const FINAL = [RejectedError, InterceptedError, NotTheSandboxError, SignInRefusedError] as const;

/** Whether a read with this error may succeed later. */
export function mayReadAgain(error: unknown): error is TenantError {
  return error instanceof TenantError && !FINAL.some((kind) => error instanceof kind);
}
