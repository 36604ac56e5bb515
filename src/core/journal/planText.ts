import { member, readJson } from '../json/jsonValue';
import type { PlannedBatch } from '../run/plan';
import type { Target } from '../run/target';
import type { PlanFile, PlanMapping, PlanSource, SelectionReason } from './planFile';
import { PLAN_FORMAT } from './planFile';
import type { TextHash } from './planHash';
import { planHash } from './planHash';
import type { Shape } from './shape';
import { isCount, isHash, isNumber, isText, isTime, listOf, objectOf, oneOf, optional } from './shape';

/** A plan without its list of batches: small, regardless of the number of people. */
export type PlanHead = Omit<PlanFile, 'batches'>;

/** What is wrong with a stored file, and what to do. */
export interface KeptFault {
  readonly message: string;
  readonly remedy: string;
}

export type PlanReading<T> = { readonly plan: T } | { readonly fault: KeptFault };

/**
 * The text of a plan file: one JSON object on four lines, so that the head can be read without the list of batches. The
 * format comes first, then the checksums of the two lines that follow them.
 */
export function writePlan({ batches, ...plan }: PlanFile, hash: TextHash): string {
  const { format, ...rest } = plan;
  const head = JSON.stringify(rest);
  const list = JSON.stringify(batches);
  const sums = JSON.stringify({ head: hash(head), batches: hash(list) });
  return `{"format":${format},\n"sums":${sums},\n"head":${head},\n"batches":${list}}\n`;
}

/** Parses the text of a plan file, or says why it cannot be read. */
export function readPlan(text: string, hash: TextHash): PlanReading<PlanFile> {
  const reading = readPlanHead(text, hash);
  if ('fault' in reading) return reading;
  const lines = text.split('\n');
  const list = between(lines[3] ?? '', '"batches":', '}');
  if (lines.length !== 5 || lines[4] !== '' || list === undefined || sumOf(lines, 'batches') !== hash(list))
    return { fault: DAMAGED };
  const batches = valueOf(list);
  if (!areBatches(batches)) return { fault: DAMAGED };
  const plan = { ...reading.plan, batches };
  return planHash(plan, hash) === plan.plan ? { plan } : { fault: DAMAGED };
}

/** Parses the head of a text that contains at least the first three lines. */
export function readPlanHead(text: string, hash: TextHash): PlanReading<PlanHead> {
  const lines = text.split('\n', 4);
  const format = /^\{"format":([0-9]{1,9}),$/.exec(lines[0] ?? '')?.[1];
  if (format !== undefined && Number(format) > PLAN_FORMAT) return { fault: NEWER };
  const head = between(lines[2] ?? '', '"head":', ',');
  if (Number(format) !== PLAN_FORMAT || head === undefined || lines.length < 4) return { fault: DAMAGED };
  if (sumOf(lines, 'head') !== hash(head)) return { fault: DAMAGED };
  const value = valueOf(head);
  return isHead(value) ? { plan: { format: PLAN_FORMAT, ...value } } : { fault: DAMAGED };
}

const DAMAGED: KeptFault = {
  message: 'The file of this plan is damaged or was changed by hand.',
  remedy: 'Make a new plan of the same extract; read the provisioning log before you send it.',
};

const NEWER: KeptFault = {
  message: 'A newer version of this program made this plan.',
  remedy: 'Use that version to look at the run or to resume it.',
};

function sumOf(lines: readonly string[], name: 'head' | 'batches'): unknown {
  return member(valueOf(between(lines[1] ?? '', '"sums":', ',') ?? ''), name);
}

function between(line: string, before: string, after: string): string | undefined {
  return line.startsWith(before) && line.endsWith(after) ? line.slice(before.length, -after.length) : undefined;
}

function valueOf(text: string): unknown {
  const reading = readJson(text);
  return 'value' in reading ? reading.value : undefined;
}

const isTarget: Shape<Target> = objectOf<Target>({
  kind: oneOf('sandbox', 'tenant'),
  cloud: optional(isText),
  graph: optional(isText),
  tenantId: isText,
  servicePrincipalId: isText,
  jobId: isText,
  instance: optional(isText),
});

const isSource: Shape<PlanSource> = objectOf<PlanSource>({
  kind: oneOf('extract', 'payload'),
  name: isText,
  path: optional(isText),
  uri: optional(isText),
  sha256: isHash,
  size: isCount,
  modifiedAt: optional(isTime),
  encoding: optional(isText),
  delimiter: optional(isText),
});

const isMapping: Shape<PlanMapping> = objectOf<PlanMapping>({
  name: isText,
  path: optional(isText),
  uri: optional(isText),
  sha256: isHash,
});

const isWhole = objectOf<{ readonly kind: 'all' | 'changes' }>({ kind: oneOf('all', 'changes') });
const isPart = objectOf<{ readonly kind: 'failures' | 'rest' | 'search' | 'person'; readonly run: string }>({
  kind: oneOf('failures', 'rest', 'search', 'person'),
  run: isText,
});

const isSelection: Shape<SelectionReason> = (value): value is SelectionReason => isWhole(value) || isPart(value);

const isHead: Shape<Omit<PlanHead, 'format'>> = objectOf<Omit<PlanHead, 'format'>>({
  plan: isHash,
  madeAt: isTime,
  converter: isCount,
  source: isSource,
  mapping: optional(isMapping),
  moment: objectOf({ now: isText, seed: isNumber }),
  connection: objectOf<PlanHead['connection']>({ name: isText, id: optional(isText) }),
  target: isTarget,
  selection: isSelection,
  pilot: isCount,
  counts: objectOf<PlanHead['counts']>({
    records: isCount,
    operations: isCount,
    batches: isCount,
    refused: isCount,
    excluded: isCount,
    duplicates: isCount,
    unchanged: optional(isCount),
    unselected: optional(isCount),
  }),
});

const areBatches = listOf(
  objectOf<PlannedBatch>({ number: isCount, operations: isCount, hash: isHash, first: isCount, last: isCount }),
);
