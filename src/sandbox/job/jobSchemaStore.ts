import { toGraphTree } from '../../core/expression/graphTree';
import { parseExpression } from '../../core/expression/parser';
import type { JsonObject, JsonValue } from '../../core/json/jsonValue';
import { isJsonObject, stringMember } from '../../core/json/jsonValue';
import { readJsonText } from '../../core/json/readJsonText';
import { defaultJobSchema } from '../../core/jobSchema/defaultJobSchema';
import { readJobSchema } from '../../core/jobSchema/readJobSchema';
import type { CompiledJob } from '../../core/provisioning/job/compiledJob';
import { compileJob } from '../../core/provisioning/job/compileJob';
import type { Application } from '../gate/identity';
import { refuseJobSchema } from './refuseJobSchema';

/** Expressions that replace a job's own in a scenario, by target attribute. */
export type Overrides = Readonly<Record<string, string>>;

/** The schema of one job, which is read and replaced as a whole. */
export interface JobSchemaStore {
  /** A `synchronizationSchema`, with the scenario's expressions. */
  readonly json: JsonObject;
  readonly compiled: CompiledJob;
  /** The last saved schema; absent while it is the default. */
  readonly saved: JsonObject | undefined;
  /** Replaces the whole schema and gives it a new version, or returns why it is refused. */
  put(schema: unknown): string | undefined;
  /** Restores the default. */
  reset(): void;
}

export function createJobSchemaStore(
  { flavour, jobId }: Application,
  overrides: () => Overrides | undefined,
  before: JsonObject | undefined,
): JobSchemaStore {
  const initial = defaultJobSchema(flavour, jobId);
  let saved = before;
  let compiled: { readonly json: JsonObject; readonly job: CompiledJob } | undefined;
  let shown: { readonly from: JsonObject; readonly with: Overrides | undefined; readonly json: JsonObject } | undefined;
  let edits = 0;

  const json = (): JsonObject => {
    const from = saved ?? initial;
    const wanted = overrides();
    if (shown?.from !== from || shown.with !== wanted)
      shown = { from, with: wanted, json: wanted === undefined ? from : (overridden(from, wanted) as JsonObject) };
    return shown.json;
  };
  /** The format of real versions is not documented; they only differ after every edit. */
  const nextVersion = (schema: JsonObject): string => {
    const [, major = '1', minor = '0'] = /^(\d+)\.(\d+)$/.exec(stringMember(schema, 'version') ?? '') ?? [];
    edits = Math.max(edits + 1, Number(minor) + 1);
    return `${major}.${edits}`;
  };
  return {
    get json() {
      return json();
    },
    get compiled() {
      const current = json();
      if (compiled?.json !== current) compiled = { json: current, job: compile(current, flavour) };
      return compiled.job;
    },
    get saved() {
      return saved;
    },
    put(schema) {
      if (!isJsonObject(schema)) return 'The body must be a synchronizationSchema.';
      const refusal = refuseJobSchema(schema);
      if (refusal === undefined) saved = { ...schema, id: jobId, version: nextVersion(saved ?? initial) };
      return refusal;
    },
    reset() {
      saved = { ...initial, version: nextVersion(saved ?? initial) };
    },
  };
}

function compile(schema: JsonObject, flavour: Application['flavour']): CompiledJob {
  return compileJob(readJobSchema(readJsonText(JSON.stringify(schema))), flavour);
}

/** The schema with other expressions for some target attributes, in every mapping. */
function overridden(value: JsonValue, overrides: Overrides): JsonValue {
  if (Array.isArray(value)) return (value as readonly JsonValue[]).map((item) => overridden(item, overrides));
  if (!isJsonObject(value)) return value;
  const target = stringMember(value, 'targetAttributeName') ?? '';
  const expression = Object.hasOwn(overrides, target) ? overrides[target] : undefined;
  if (expression !== undefined) return { ...value, source: sourceOf(expression) };
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, overridden(each, overrides)]));
}

/** A scenario's expression is part of this product, so one that does not parse is a bug. */
function sourceOf(text: string): JsonValue {
  const { expression } = parseExpression(text);
  const tree = expression === undefined ? { refusal: 'no expression' } : toGraphTree(expression);
  if ('refusal' in tree) throw new Error(`${text}: ${tree.refusal}`);
  return JSON.parse(JSON.stringify(tree)) as JsonValue;
}
