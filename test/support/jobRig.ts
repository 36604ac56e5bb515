import type { JsonObject } from '../../src/core/json/jsonValue';
import { readJsonText } from '../../src/core/json/readJsonText';
import { readJobSchema } from '../../src/core/jobSchema/readJobSchema';
import type { Change } from '../../src/core/provisioning/cycle/change';
import type { CompiledJob, JobFlavour } from '../../src/core/provisioning/job/compiledJob';
import { compileJob } from '../../src/core/provisioning/job/compileJob';
import type { Cycle } from '../../src/core/provisioning/cycle/cycle';
import type { CycleContext } from '../../src/core/provisioning/cycle/cycleContext';
import { compileDefaultJob } from '../../src/core/provisioning/job/defaultJob';
import type { DirectoryUser } from '../../src/core/provisioning/directory/directory';
import { createDirectory } from '../../src/core/provisioning/directory/directory';
import type { JobState } from '../../src/core/provisioning/cycle/jobState';
import { createJobState } from '../../src/core/provisioning/cycle/jobState';
import { runCycle } from '../../src/core/provisioning/cycle/runCycle';
import type { TargetValue } from '../../src/core/provisioning/directory/targetValue';
import { targetText } from '../../src/core/provisioning/directory/targetValue';

/** A job over a directory; a test runs its cycles. */
export interface JobRig {
  readonly job: CompiledJob;
  readonly state: JobState;
  readonly context: CycleContext;
  readonly cycle: (...people: readonly JsonObject[]) => Cycle;
  /** The values of an account, as the log writes them. */
  readonly valuesOf: (id: string) => Record<string, string>;
}

export interface RigOptions {
  readonly job?: CompiledJob;
  readonly users?: readonly DirectoryUser[];
  readonly context?: Partial<CycleContext>;
}

const defaultJob = compileDefaultJob('API2AAD');

/** New accounts are called `id1`, `id2` and so on. */
export function jobRig({ job = defaultJob, users = [], context = {} }: RigOptions = {}): JobRig {
  const state = createJobState(createDirectory(users));
  let made = 0;
  const settings: CycleContext = {
    now: 1_795_000_000_000,
    newId: () => `id${++made}`,
    defaultDomain: 'contoso.com',
    verifiedDomains: [],
    ...context,
  };
  return {
    job,
    state,
    context: settings,
    cycle: (...resources) => runCycle({ resources, job, state, context: settings }),
    valuesOf: (id) =>
      Object.fromEntries(
        [...(state.directory.user(id)?.values ?? [])].map(([name, value]) => [name, targetText(value)]),
      ),
  };
}

export function user(id: string, values: Readonly<Record<string, TargetValue>>): DirectoryUser {
  return { id, values: new Map(Object.entries(values)) };
}

/** A job of a schema that a test has written. */
export function jobOf(schema: unknown, flavour: JobFlavour = 'API2AAD'): CompiledJob {
  return compileJob(readJobSchema(readJsonText(JSON.stringify(schema))), flavour);
}

/** A change in short: action, status, code, modified properties with their old and new values. */
export function brief(change: Change | undefined): unknown {
  const modified = change?.modifiedProperties.map((property) => [
    property.name,
    [property.oldValue, property.newValue],
  ]);
  return [change?.action, change?.status, change?.refusal?.code, Object.fromEntries(modified ?? [])];
}

export const stepNames = (change: Change | undefined): string[] =>
  (change?.steps ?? []).map((step) => `${step.name} ${step.type} ${step.status}`);
