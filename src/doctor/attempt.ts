import { TenantError } from '../tenant/errors';

/** The outcome of a call as a value, so that every check can read it. */
export type Attempt<Value> = { readonly value: Value } | { readonly error: TenantError };

/** Waits for a call to the service and returns its outcome. Rejects if it was cancelled, and for bugs. */
export async function attempt<Value>(call: Promise<Value>, signal: AbortSignal | undefined): Promise<Attempt<Value>> {
  try {
    return { value: await call };
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof TenantError) return { error };
    throw error;
  }
}
