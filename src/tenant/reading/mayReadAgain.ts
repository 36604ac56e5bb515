import { InterceptedError, NotTheSandboxError, RejectedError, SignInRefusedError, TenantError } from '../errors';

/** Errors after which a retry would fail in the same way. */
const FINAL = [RejectedError, InterceptedError, NotTheSandboxError, SignInRefusedError] as const;

/** Whether the read may succeed later. */
export function mayReadAgain(error: unknown): error is TenantError {
  return error instanceof TenantError && !FINAL.some((kind) => error instanceof kind);
}
