import { parentPort } from 'node:worker_threads';
import { loadMapping } from '../core/mapping/loadMapping';
import { placeBytes } from '../extract/index/extractPlace';
import { guessExtract } from '../extract/guessExtract';
import { readHeader } from '../extract/readHeader';
import { Conversion } from './conversion';
import { Examinations, findRecord } from './examination';
import { PlannedConversion } from './plannedConversion';
import type { WorkerCallName, WorkerCalls, WorkerRequest, WorkerResponse } from './protocol';

/** Extracts that are shown, by their keys. */
const open = new Map<string, Conversion>();

/** Extracts that are being sent, by the key of whoever sends them. */
const sendings = new Map<string, PlannedConversion>();

const examinations = new Examinations();

type Handlers = {
  readonly [Name in WorkerCallName]: (input: WorkerCalls[Name]['in']) => Promise<WorkerCalls[Name]['out']>;
};

const handlers: Handlers = {
  open: ({ key, ...input }) => {
    drop(key);
    const conversion = new Conversion(input);
    open.set(key, conversion);
    return conversion.statusAfter(0);
  },
  status: async ({ key, version }) => open.get(key)?.statusAfter(version),
  narrow: ({ key, request }) => {
    open.get(key)?.narrow(request);
    return Promise.resolve(undefined);
  },
  follow: ({ key, states, edition }) => {
    open.get(key)?.follow(states, edition);
    return Promise.resolve(undefined);
  },
  rows: async ({ key, view, from, count }) => open.get(key)?.rows(view, from, count),
  detail: async ({ key, record }) => open.get(key)?.detail(record),
  recordAtLine: async ({ key, line }) => open.get(key)?.recordAtLine(line),
  plan: async ({ key, ...input }) => {
    drop(key);
    const planned = await PlannedConversion.of(input);
    if (!(planned instanceof PlannedConversion)) return planned;
    sendings.set(key, planned);
    return planned.answer;
  },
  nextBody: async ({ key }) => sendings.get(key)?.nextBody(),
  drop: ({ key }) => {
    drop(key);
    return Promise.resolve(undefined);
  },
  guess: async ({ bytes, file }) => {
    const guess = await guessExtract(placeBytes(bytes), { file });
    return 'problem' in guess ? { kind: 'unreadable', problem: guess.problem } : { kind: 'guessed', text: guess.text };
  },
  header: async ({ bytes, mapping }) => {
    const source = mapping === undefined ? {} : loadMapping(mapping).model.source;
    const header = await readHeader(placeBytes(bytes), source);
    return 'problem' in header ? undefined : header;
  },
  examine: (input) => examinations.examine(input),
  record: async (input) => {
    for (const conversion of open.values()) {
      const known = await conversion.recordOf(input);
      if (known !== undefined) return known;
    }
    return findRecord(input);
  },
};

/** Lets go of what is open under a key, and stops reading it. */
function drop(key: string): void {
  open.get(key)?.giveUp();
  open.delete(key);
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
