import { describe, expect, it } from 'vitest';
import type { PlanFile, PlanMapping, PlanSource, SelectionReason } from '../../../src/core/journal/planFile';
import { planHash } from '../../../src/core/journal/planHash';
import type { PlanHead } from '../../../src/core/journal/planText';
import { readPlan, readPlanHead, writePlan } from '../../../src/core/journal/planText';
import type { PlannedBatch } from '../../../src/core/run/plan';
import type { Target } from '../../../src/core/run/target';
import { keptPlan, sha256 } from '../../support/keptPlan';
import type { SamplesOf } from '../../support/memberSamples';
import {
  anyCount,
  anyHash,
  anyList,
  anyNumber,
  anyObject,
  anyOf,
  anyText,
  anyTime,
  optional,
} from '../../support/memberSamples';

type Head = Omit<PlanHead, 'format'>;

const DAMAGED = {
  fault: {
    message: 'The file of this plan is damaged or was changed by hand.',
    remedy: 'Make a new plan of the same extract; read the provisioning log before you send it.',
  },
};
const NEWER = {
  fault: {
    message: 'A newer version of this program made this plan.',
    remedy: 'Use that version to look at the run or to resume it.',
  },
};

const source = anyObject<PlanSource>({
  kind: anyOf({ extract: true, payload: true }),
  name: anyText,
  path: optional(anyText),
  uri: optional(anyText),
  sha256: anyHash,
  size: anyCount,
  modifiedAt: optional(anyTime),
  encoding: optional(anyText),
  delimiter: optional(anyText),
});

const target = anyObject<Target>({
  kind: anyOf({ sandbox: true, tenant: true }),
  cloud: optional(anyText),
  graph: optional(anyText),
  tenantId: anyText,
  servicePrincipalId: anyText,
  jobId: anyText,
  instance: optional(anyText),
});

type Part = Extract<SelectionReason, { readonly run: string }>;
type Whole = Exclude<SelectionReason, Part>;

const whole = anyObject<{ readonly kind: Whole['kind'] }>({ kind: anyOf({ all: true, changes: true }) });
const part = anyObject<{ readonly kind: Part['kind']; readonly run: string }>({
  kind: anyOf({ failures: true, rest: true, person: true, search: true }),
  run: anyText,
});

const HEAD: SamplesOf<Head> = {
  plan: anyHash,
  madeAt: anyTime,
  converter: anyCount,
  source,
  mapping: optional(
    anyObject<PlanMapping>({ name: anyText, path: optional(anyText), uri: optional(anyText), sha256: anyHash }),
  ),
  moment: anyObject<Head['moment']>({ now: anyText, seed: anyNumber }),
  connection: anyObject<Head['connection']>({ name: anyText, id: optional(anyText) }),
  target,
  selection: {
    good: [...whole.good, ...part.good] as unknown as [SelectionReason],
    bad: [...whole.bad, ...part.bad],
  },
  pilot: anyCount,
  counts: anyObject<Head['counts']>({
    records: anyCount,
    operations: anyCount,
    batches: anyCount,
    refused: anyCount,
    excluded: anyCount,
    duplicates: anyCount,
    unchanged: optional(anyCount),
    unselected: optional(anyCount),
  }),
};

const batches = anyList(
  anyObject<PlannedBatch>({
    number: anyCount,
    operations: anyCount,
    hash: anyHash,
    first: anyCount,
    last: anyCount,
  }),
);

/** A plan with this head, by right sums. */
const withHead = (head: unknown) => writePlan({ format: 1, batches: [], ...(head as Head) }, sha256);

/** A plan with these batches, by right sums, and by a right hash as far as one can be taken. */
function withBatches(list: unknown): string {
  const plan = { ...keptPlan(), batches: list as PlanFile['batches'] };
  const canBeHashed = Array.isArray(list) && list.every((each) => typeof each === 'object' && each !== null);
  return writePlan(canBeHashed ? { ...plan, plan: planHash(plan, sha256) } : plan, sha256);
}

const lines = () => writePlan(keptPlan(), sha256).split('\n');
const headOf = ({ batches: _, ...head }: PlanFile) => head;
const readBoth = (text: string) => [readPlan(text, sha256), readPlanHead(text, sha256)];

describe("the members of a plan's file", () => {
  it('are read as they were written, with and without what may be absent', () => {
    for (const head of anyObject(HEAD).good)
      expect(readPlanHead(withHead(head), sha256), JSON.stringify(head)).toEqual({ plan: { format: 1, ...head } });
  });

  it('are refused where one is missing or something else', () => {
    for (const head of anyObject(HEAD).bad) {
      // Their members would be spread into the file
      if (typeof head !== 'object' || head === null || Array.isArray(head)) continue;
      expect(readPlanHead(withHead(head), sha256), JSON.stringify(head)).toEqual(DAMAGED);
    }
  });

  it('are refused where there is no object of them', () => {
    for (const head of ['null', '1', '"x"', '[]', '{', '']) {
      const [format = '', , , list = ''] = lines();
      const sums = `"sums":${JSON.stringify({ head: sha256(head) })},`;
      expect(readPlanHead([format, sums, `"head":${head},`, list, ''].join('\n'), sha256), head).toEqual(DAMAGED);
    }
  });

  it('are batches, each whole', () => {
    for (const list of batches.good) {
      const reading = readPlan(withBatches(list), sha256);
      expect('plan' in reading && reading.plan.batches, JSON.stringify(list)).toEqual(list);
    }
    for (const list of batches.bad) expect(readPlan(withBatches(list), sha256), JSON.stringify(list)).toEqual(DAMAGED);
  });
});

describe("the lines of a plan's file", () => {
  it('are the format, the sums, the head and the batches', () => {
    const { format, batches: list, ...rest } = keptPlan();
    const head = JSON.stringify(rest);
    const sums = { head: sha256(head), batches: sha256(JSON.stringify(list)) };
    expect(lines()).toEqual([
      `{"format":${format},`,
      `"sums":${JSON.stringify(sums)},`,
      `"head":${head},`,
      `"batches":${JSON.stringify(list)}}`,
      '',
    ]);
    expect(readPlan(lines().join('\n'), sha256)).toEqual({ plan: keptPlan() });
    expect(readPlanHead(lines().join('\n'), sha256)).toEqual({ plan: headOf(keptPlan()) });
  });

  it.each(['\n', '\n\n', 'x', 'x\n', '\nx', ' ', '{}\n'])('are refused with %j after them', (more) => {
    expect(readPlan(lines().join('\n') + more, sha256)).toEqual(DAMAGED);
  });

  it('are refused without the last line end, though the head is whole', () => {
    const text = lines().join('\n').slice(0, -1);
    expect(readBoth(text)).toEqual([DAMAGED, { plan: headOf(keptPlan()) }]);
  });

  it('have a head as soon as its line has ended, and not before', () => {
    const first = lines().slice(0, 3).join('\n');
    expect(readPlanHead(`${first}\n`, sha256)).toEqual({ plan: headOf(keptPlan()) });
    expect(readPlanHead(first, sha256)).toEqual(DAMAGED);
    expect(readPlanHead(lines().slice(0, 2).join('\n'), sha256)).toEqual(DAMAGED);
  });

  it.each<[string, number, (line: string) => string]>([
    ['words before the format', 0, (line) => `x${line}`],
    ['a space before the format', 0, (line) => ` ${line}`],
    ['words after the format', 0, (line) => `${line}x`],
    ['a line end of Windows after the format', 0, (line) => `${line}\r`],
    ['an older format', 0, (line) => line.replace('1', '0')],
    ['no format', 0, (line) => line.replace('1', '')],
    ['another name for the sums', 1, (line) => line.replace('sums', 'sumz')],
    ['something else after the sums', 1, (line) => line.replace(/,$/, ';')],
    ['no sums', 1, () => '"sums":{},'],
    ['sums that are null', 1, () => '"sums":null,'],
    ['an empty line for the sums', 1, () => ''],
    ['another name for the head', 2, (line) => line.replace('head', 'held')],
    ['something else after the head', 2, (line) => line.replace(/,$/, ';')],
    ['an empty line for the head', 2, () => ''],
    ['another plan in the head', 2, (line) => line.replace('people.csv', 'person.csv')],
  ])('are refused with %s', (_, place, change) => {
    const changed = lines();
    const before = changed[place] ?? '';
    changed[place] = change(before);
    expect(changed[place]).not.toBe(before);
    expect(readBoth(changed.join('\n'))).toEqual([DAMAGED, DAMAGED]);
  });

  it.each<[string, (line: string) => string]>([
    ['another name for the batches', (line) => line.replace('batches', 'botches')],
    ['something else after the batches', (line) => line.replace(/\}$/, ')')],
    ['an empty line for the batches', () => ''],
    ['other batches', (line) => line.replace('"operations":2', '"operations":3')],
  ])('are refused with %s, though the head is whole', (_, change) => {
    const [format, sums, head, list = ''] = lines();
    expect(change(list)).not.toBe(list);
    expect(readBoth([format, sums, head, change(list), ''].join('\n'))).toEqual([
      DAMAGED,
      { plan: headOf(keptPlan()) },
    ]);
  });

  it('are of a newer version with a greater format, regardless of the rest', () => {
    for (const format of [2, 10, 999_999_999])
      for (const rest of ['', '\n', lines().slice(1).join('\n')])
        expect(readBoth(`{"format":${format},\n${rest}`), `${format}`).toEqual([NEWER, NEWER]);
    expect(readBoth('{"format":9999999999,\n')).toEqual([DAMAGED, DAMAGED]);
  });
});
