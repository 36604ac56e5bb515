import { TenantError } from '../tenant/errors';

/** What came of something that may fail: a value, so that every check can look at it. */
export type Attempt<Value> = { readonly value: Value } | { readonly error: TenantError };

/** The outcome of a call to the service. What is cancelled rejects, and so does our own mistake. */
export async function attempt<Value>(call: Promise<Value>, signal: AbortSignal | undefined): Promise<Attempt<Value>> {
  try {
    return { value: await call };
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof TenantError) return { error };
    throw error;
  }
}
