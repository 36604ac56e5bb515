/** Long work in small steps, so that the caller can do other work in between. */
export type InSteps<Result> = Generator<undefined, Result, undefined>;

/** Runs all steps at once. */
export function drained<Result>(steps: InSteps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
