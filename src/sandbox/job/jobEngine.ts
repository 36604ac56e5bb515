import type { JsonObject } from '../../core/json/jsonValue';
import type { CompiledJob } from '../../core/provisioning/job/compiledJob';
import type { Cycle } from '../../core/provisioning/cycle/cycle';
import type { CycleContext } from '../../core/provisioning/cycle/cycleContext';
import type { Directory } from '../../core/provisioning/directory/directory';
import type { JobState } from '../../core/provisioning/cycle/jobState';
import { createJobState } from '../../core/provisioning/cycle/jobState';
import { runCycle } from '../../core/provisioning/cycle/runCycle';
import type { Prediction } from '../../core/provisioning/cycle/whatIf';
import { whatIf, whatIfInSteps } from '../../core/provisioning/cycle/whatIf';
import type { InSteps } from '../../core/provisioning/cycle/inSteps';
import type { JobSchemaStore } from './jobSchemaStore';

/** The provisioning of one job: its schema, its accounts, and the people it has processed. */
export interface JobEngine {
  readonly schema: JobSchemaStore;
  readonly state: JobState;
  readonly directory: Directory;
  /** The compiled schema. */
  readonly job: CompiledJob;
  cycle(resources: readonly JsonObject[], context: CycleContext): Cycle;
  /** Predicts a cycle over these records without changing anything. */
  predict(resources: readonly JsonObject[], context: CycleContext): readonly Prediction[];
  /** Like `predict`, in steps. Valid as long as nothing changes. */
  predictInSteps(resources: readonly JsonObject[], context: CycleContext): InSteps<readonly Prediction[]>;
  /** The sign-in names of the accounts that a cycle over these records would create. */
  newNames(resources: readonly JsonObject[], context: CycleContext): readonly string[];
  /** Forgets the people that the job has processed; their accounts stay. */
  unlink(): void;
}

export function createJobEngine(schema: JobSchemaStore, before: JobState): JobEngine {
  let state = before;
  const predict = (resources: readonly JsonObject[], context: CycleContext): readonly Prediction[] =>
    whatIf(resources, schema.compiled, state, context);
  return {
    schema,
    directory: before.directory,
    get state() {
      return state;
    },
    get job() {
      return schema.compiled;
    },
    cycle: (resources, context) => runCycle({ resources, job: schema.compiled, state, context }),
    predict,
    predictInSteps: (resources, context) => whatIfInSteps(resources, schema.compiled, state, context),
    newNames: (resources, context) =>
      predict(resources, context).flatMap(({ outcome, change }) =>
        outcome === 'created' ? [change.userPrincipalName] : [],
      ),
    unlink() {
      state = createJobState(before.directory);
    },
  };
}
