import { parentPort } from 'node:worker_threads';
import { loadMapping } from '../core/mapping/loadMapping';
import { placeBytes } from '../extract/index/extractPlace';
import { guessExtract } from '../extract/guessExtract';
import { readHeader } from '../extract/readHeader';
import { CellSearches } from './cellSearches';
import { Comparing } from './comparing/comparing';
import { Examinations, findRecord } from './examination';
import { OpenConversions } from './openConversions';
import { PlannedConversion } from './plannedConversion';
import type { WorkerCallName, WorkerCalls, WorkerRequest, WorkerResponse } from './protocol';

const conversions = new OpenConversions();

/** Extracts that are being sent, by the key of their sender. */
const sendings = new Map<string, PlannedConversion>();

/** Extracts that are being planned. */
const plannings = new Map<string, { readonly stop: AbortController; share: number }>();

/** Extracts that are compared. */
const comparings = new Map<string, Comparing>();

const examinations = new Examinations(() => conversions.shown());

const cellSearches = new CellSearches(() => conversions.shown());

type Handlers = {
  readonly [Name in WorkerCallName]: (input: WorkerCalls[Name]['in']) => Promise<WorkerCalls[Name]['out']>;
};

const handlers: Handlers = {
  open: ({ key, ...input }) => conversions.open(key, input),
  status: async ({ key, version }) => conversions.get(key)?.statusAfter(version),
  narrow: ({ key, request }) => {
    for (const conversion of conversions.all(key)) conversion.narrow(request);
    return Promise.resolve(undefined);
  },
  follow: ({ key, states, edition }) => {
    for (const conversion of conversions.all(key)) conversion.follow(states, edition);
    return Promise.resolve(undefined);
  },
  predicted: ({ key, edition, ...outlook }) => {
    conversions.get(key)?.predict(outlook, edition);
    return Promise.resolve(undefined);
  },
  rows: async ({ key, view, from, count, cells }) => conversions.get(key)?.rows(view, from, count, cells),
  detail: ({ key, record }) => conversions.detail(key, record),
  requests: async ({ key, from, count }) => conversions.get(key)?.requests(from, count),
  request: async ({ key, number }) => conversions.get(key)?.request(number),
  requestOf: ({ key, record }) => Promise.resolve(conversions.get(key)?.requestOf(record)),
  bodies: async ({ key, from, count }) => conversions.get(key)?.bodies(from, count),
  recordOfId: async ({ key, ...known }) => conversions.get(key)?.recordOfId(known),
  recordAtLine: async ({ key, line }) => conversions.get(key)?.recordAtLine(line),
  plan: async ({ key, ...input }) => {
    drop(key);
    const planning = { stop: new AbortController(), share: 0 };
    plannings.set(key, planning);
    const onShare = (share: number) => {
      planning.share = share;
    };
    const planned = await PlannedConversion.of(input, planning.stop.signal, onShare);
    plannings.delete(key);
    if (planned instanceof PlannedConversion) sendings.set(key, planned);
    return planned.answer;
  },
  planShare: ({ key }) => Promise.resolve(plannings.get(key)?.share),
  nextBody: async ({ key, reading }) => sendings.get(key)?.nextBody(reading),
  endBodies: async ({ key, reading }) => {
    await sendings.get(key)?.end(reading);
    return undefined;
  },
  compare: ({ key, ...input }) => {
    comparings.get(key)?.giveUp();
    const comparing = new Comparing(input);
    comparings.set(key, comparing);
    return comparing.statusAfter(0);
  },
  compareStatus: async ({ key, version }) => comparings.get(key)?.statusAfter(version),
  narrowCompared: ({ key, request }) => {
    comparings.get(key)?.narrow(request);
    return Promise.resolve(undefined);
  },
  comparedRows: async ({ key, view, from, count }) => comparings.get(key)?.rows(view, from, count),
  comparedDetail: async ({ key, record }) => comparings.get(key)?.detail(record),
  drop: ({ key }) => {
    drop(key);
    return Promise.resolve(undefined);
  },
  guess: async ({ bytes, ...input }) => {
    const guess = await guessExtract(() => placeBytes(bytes), input);
    return 'problem' in guess ? { kind: 'unreadable', problem: guess.problem } : { kind: 'guessed', text: guess.text };
  },
  header: async ({ bytes, mapping, encoding }) => {
    const source = mapping === undefined ? {} : loadMapping(mapping).model.source;
    const chosen = encoding === undefined ? {} : { encoding };
    const header = await readHeader(placeBytes(bytes), { ...chosen, ...source });
    return 'problem' in header ? undefined : header;
  },
  examine: (input) => examinations.examine(input),
  cells: (input) => cellSearches.find(input),
  record: async (input) => (await conversions.recordOf(input)) ?? findRecord(input),
};

/** Closes what is open under a key, and stops reading it. */
function drop(key: string): void {
  conversions.drop(key);
  plannings.get(key)?.stop.abort();
  plannings.delete(key);
  comparings.get(key)?.giveUp();
  comparings.delete(key);
  void sendings.get(key)?.close();
  sendings.delete(key);
}

async function answer(request: WorkerRequest): Promise<WorkerResponse> {
  const { id, call, input } = request;
  try {
    const handler = handlers[call] as (input: unknown) => Promise<WorkerCalls[WorkerCallName]['out']>;
    return { id, output: await handler(input) };
  } catch (error) {
    return { id, fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

parentPort?.on('message', (request: WorkerRequest) => {
  void answer(request).then((response) => parentPort?.postMessage(response));
});
