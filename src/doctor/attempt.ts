import { TenantError } from '../tenant/errors';

/** The outcome of something that may fail, as a value that every check can read. */
export type Attempt<Value> = { readonly value: Value } | { readonly error: TenantError };

/** The outcome of a call to the service. Rejects for cancelled calls and for our own bugs. */
export async function attempt<Value>(call: Promise<Value>, signal: AbortSignal | undefined): Promise<Attempt<Value>> {
  try {
    return { value: await call };
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof TenantError) return { error };
    throw error;
  }
}
