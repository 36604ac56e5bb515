import type { JsonText } from '../json/readJsonText';
import type { Problem } from '../problems/problem';
import { jobChecks } from './checks/table';
import type { CheckedJob } from './jobCheck';
import { readJobSchema } from './readJobSchema';
import { resolveMappings } from './resolveMappings';
import { checkShapes } from './shapes/checkShapes';

/** The schema of a provisioning job, as far as it could be read. */
export interface LoadedJobSchema extends CheckedJob {
  readonly json: JsonText;
  /** The problems of its JSON, its shape and its meaning, sorted by place. */
  readonly problems: readonly Problem[];
}

/** Reads and checks a schema. Never throws. */
export function loadJobSchema(json: JsonText): LoadedJobSchema {
  const schema = readJobSchema(json);
  const job: CheckedJob = { schema, mappings: resolveMappings(schema) };
  const problems = [
    ...json.problems,
    ...checkShapes(json.root),
    ...jobChecks.flatMap(({ find }) => [...find(job)]),
  ].sort((a, b) => a.span.start - b.span.start);
  return { ...job, json, problems };
}
