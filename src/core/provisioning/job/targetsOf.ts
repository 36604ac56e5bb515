import type { CompiledJob } from './compiledJob';

/** The attributes that a job writes or must have, and by which its predictions tell one account from another. */
export function targetsOf({ mappings }: CompiledJob): ReadonlySet<string> {
  return new Set(
    mappings.flatMap(({ flows, required }) =>
      [...flows.filter(({ writable }) => writable !== 'never'), ...required].map(({ target }) => target),
    ),
  );
}
