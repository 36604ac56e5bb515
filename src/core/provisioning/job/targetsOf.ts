import type { CompiledJob } from './compiledJob';

/** The attributes that a job writes or requires. Its predictions tell accounts apart by these. */
export function targetsOf({ mappings }: CompiledJob): ReadonlySet<string> {
  return new Set(
    mappings.flatMap(({ flows, required }) =>
      [...flows.filter(({ writable }) => writable !== 'never'), ...required].map(({ target }) => target),
    ),
  );
}
