import type { JsonObject } from '../../core/json/jsonValue';
import type { Prediction } from '../../core/provisioning/cycle/whatIf';
import type { Sandbox } from '../../sandbox/sandbox';

/** Milliseconds per slice, too short to notice while typing. */
const SLICE = 20;

/** Maximum restarts if the sandbox changes meanwhile; after that, the prediction runs in one step. */
const TRIES = 5;

/** Predicts people in a sandbox of this process, in slices. Rejects with the reason of an aborted signal. */
export async function predictUnhurried(
  sandbox: Pick<Sandbox, 'predict' | 'predictInSteps' | 'onChange'>,
  people: readonly JsonObject[],
  signal?: AbortSignal,
): Promise<readonly Prediction[]> {
  for (let tried = 0; tried < TRIES; tried++) {
    const predictions = await predictUnchanged(sandbox, people, signal);
    if (predictions !== undefined) return predictions;
  }
  return sandbox.predict(people);
}

/** `undefined` if the sandbox has changed meanwhile. */
async function predictUnchanged(
  sandbox: Pick<Sandbox, 'predictInSteps' | 'onChange'>,
  people: readonly JsonObject[],
  signal: AbortSignal | undefined,
): Promise<readonly Prediction[] | undefined> {
  const seen = { changes: 0 };
  const listening = sandbox.onChange(() => {
    seen.changes++;
  });
  try {
    const steps = sandbox.predictInSteps(people);
    for (;;) {
      const until = performance.now() + SLICE;
      do {
        const step = steps.next();
        if (step.done === true) return step.value;
      } while (performance.now() < until);
      await new Promise((resolve) => setTimeout(resolve));
      signal?.throwIfAborted();
      if (seen.changes > 0) return undefined;
    }
  } finally {
    listening.dispose();
  }
}
