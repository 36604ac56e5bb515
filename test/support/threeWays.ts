import { expect } from 'vitest';
import type { PlanMoment } from '../../src/core/convert/planMoment';
import { isUsable, loadMapping } from '../../src/core/mapping/loadMapping';
import { convertToRequests } from '../../src/extract/convertToRequests';
import { bodiesOfPlan, planExtract } from '../../src/extract/planExtract';
import { hmacOf } from '../../src/extract/hmacOf';
import { layOut } from '../../src/preview/layOut';
import { WHOLE_LIST } from '../../src/preview/previewState';
import { sendBatches } from '../../src/tenant/sending/sendBatches';
import type { JobTenant } from '../../src/tenant/tenant';
import { Conversion } from '../../src/worker/conversion';
import { linesOf } from './convertedBodies';
import type { GeneratedExtract } from './generatedExtract';
import { createManualClock } from './manualClock';
import { sendingOptions } from './sendingOptions';

/** Bodies, or the codes of what keeps an extract from being used. */
export type Outcome = { readonly bodies: readonly string[] } | { readonly fatal: readonly string[] };

const blocks = 1000;

async function* inBlocks(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += blocks) yield await Promise.resolve(bytes.slice(at, at + blocks));
}

function loaded(mapping: string) {
  const model = loadMapping(mapping);
  if (!isUsable(model)) throw new Error(`${mapping}\n${model.problems.map(({ message }) => message).join('\n')}`);
  return model;
}

/** What `convert` writes. */
export async function asConverted({ bytes, mapping }: GeneratedExtract, moment: PlanMoment): Promise<Outcome> {
  const bodies: string[] = [];
  for await (const events of convertToRequests(inBlocks(bytes), loaded(mapping), { moment }))
    for (const event of events) {
      if (event.kind === 'requests') bodies.push(...linesOf(event.requests.bytes));
      if (event.kind === 'fatal') return { fatal: event.problems.map(({ code }) => code) };
    }
  return { bodies };
}

/** How an extract is sent: people who go first, and what takes the bodies. */
interface WayOfSending {
  readonly pilot?: number;
  readonly upload?: JobTenant['upload'];
}

/** What reaches a tenant when the extract is planned and sent. */
export async function asSent(
  { bytes, mapping }: GeneratedExtract,
  moment: PlanMoment,
  { pilot = 0, upload = accepted }: WayOfSending = {},
): Promise<Outcome> {
  const options = { moment, hmac: hmacOf(new Uint8Array(32)), pilot: { first: pilot } };
  const reading = await planExtract(inBlocks(bytes), loaded(mapping), options);
  if ('fatal' in reading) return { fatal: reading.fatal.map(({ code }) => code) };
  const { plan } = reading;
  const received: string[] = [];
  const tenant: JobTenant = {
    kind: 'real',
    name: 'Received',
    jobId: 'job',
    upload: (body, ...rest) => {
      received.push(body);
      return upload(body, ...rest);
    },
    readLog: () => {
      throw new Error('Nobody reads here.');
    },
  };
  const bodies = bodiesOfPlan(plan, () => inBlocks(bytes), loaded(mapping), { moment });
  const sending = { ...sendingOptions(createManualClock(), 0), batches: plan.batches };
  let operations = 0;
  for await (const event of sendBatches(tenant, bodies, sending)) {
    if (event.type === 'failed') throw event.error;
    if (event.type === 'accepted') operations += event.operations;
  }
  expect(operations).toBe(plan.counts.operations);
  return { bodies: received };
}

function accepted(): ReturnType<JobTenant['upload']> {
  return Promise.resolve({ requestId: '', clientRequestId: '', acceptedAt: '', location: '' });
}

/** The requests that a preview opens and writes: each as a document, and all of them as one file. */
export async function asOpened({ bytes, mapping }: GeneratedExtract, moment: PlanMoment, pilot = 0): Promise<Outcome> {
  const conversion = new Conversion({ bytes, mapping, moment, request: WHOLE_LIST, edition: 1 });
  let status = await conversion.statusAfter(0);
  while (status?.kind === 'ready' && !status.content.isComplete) status = await conversion.statusAfter(status.version);
  if (status?.kind === 'problems') return { fatal: status.problems.map(({ code }) => code) };
  conversion.predict({ pilot }, 2);
  const listed = (await conversion.requests(0, bytes.length)) ?? [];
  const bodies: string[] = [];
  for (const { number, bytes: size, operations } of listed) {
    const request = await conversion.request(number);
    if (request === undefined) throw new Error(`There is no request ${number}.`);
    const { text, operations: places } = request;
    expect([new TextEncoder().encode(text).length, places.length]).toEqual([size, operations]);
    for (const { record, span } of places) {
      expect(text.slice(span.start, span.end)).toContain(`{"method":"POST","bulkId":"record-${record}",`);
      expect(conversion.requestOf(record)).toBe(number);
    }
    bodies.push(text);
  }
  expect(linesOf((await conversion.bodies(0, bytes.length)) ?? new Uint8Array())).toEqual(bodies);
  return { bodies };
}

/** An operation, laid out for reading as a preview does it. */
export interface ShownOperation {
  readonly record: number;
  /** The number of its request. */
  readonly request: number;
  readonly text: string;
}

/**
 * The operations that a preview shows.
 * @param step Only records whose number is divisible by it are read.
 */
export async function asPreviewed(
  { bytes, mapping }: GeneratedExtract,
  moment: PlanMoment,
  step: number,
): Promise<{ readonly operations: readonly ShownOperation[] } | { readonly fatal: readonly string[] }> {
  const conversion = new Conversion({ bytes, mapping, moment, request: WHOLE_LIST, edition: 1 });
  let status = await conversion.statusAfter(0);
  while (status?.kind === 'ready' && !status.content.isComplete) status = await conversion.statusAfter(status.version);
  if (status?.kind === 'problems') return { fatal: status.problems.map(({ code }) => code) };
  const operations: ShownOperation[] = [];
  for (const { record, state, note } of (await conversion.rows(0, 0, bytes.length)) ?? []) {
    if (record % step !== 0) continue;
    const text = (await conversion.detail(record))?.operation ?? '';
    if (state === 'operation') operations.push({ record, request: Number(note.replace('request ', '')), text });
    else expect(text).toBe('');
  }
  return { operations };
}

/** The operations of bodies, every one or one of so many records. */
export function operationsIn(bodies: readonly string[], step: number): readonly ShownOperation[] {
  const all = bodies.flatMap((body, index) => {
    const inner = body.slice(body.indexOf('[{"method"') + 1, body.lastIndexOf('],"failOnErrors"'));
    return inner.split(/,(?=\{"method":"POST","bulkId":"record-\d+","path":"\/Users","data":)/).map((text) => ({
      record: Number(/record-(\d+)/.exec(text)?.[1]),
      request: index + 1,
      text: layOut(text),
    }));
  });
  return all.filter(({ record }) => record % step === 0);
}
