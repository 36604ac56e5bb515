import { parentPort } from 'node:worker_threads';
import { loadMapping } from '../core/mapping/loadMapping';
import { placeBytes } from '../extract/index/extractPlace';
import { guessExtract } from '../extract/guessExtract';
import { readHeader } from '../extract/readHeader';
import { Conversion } from './conversion';
import { Examinations, findRecord } from './examination';
import { LargeConversion } from './largeConversion';
import { planConversion } from './planConversion';
import type { WorkerCallName, WorkerCalls, WorkerRequest, WorkerResponse } from './protocol';

/** Conversions that are open, by the key of whoever opened them. */
const open = new Map<string, Conversion>();

/** Large extracts that are open, by the key of whoever opened them. */
const large = new Map<string, LargeConversion>();

const examinations = new Examinations();

type Handlers = {
  readonly [Name in WorkerCallName]: (input: WorkerCalls[Name]['in']) => Promise<WorkerCalls[Name]['out']>;
};

const handlers: Handlers = {
  open: async ({ key, ...input }) => {
    drop(key);
    const conversion = await Conversion.of(input);
    if (!(conversion instanceof Conversion)) return { kind: 'problems', problems: conversion.problems };
    open.set(key, conversion);
    return conversion.summary;
  },
  openLarge: async ({ key, ...input }) => {
    drop(key);
    const conversion = await LargeConversion.of(input);
    if (!(conversion instanceof LargeConversion)) return conversion;
    // Somebody may have opened the same meanwhile
    drop(key);
    large.set(key, conversion);
    return conversion.statusAfter(0);
  },
  largeStatus: async ({ key, version }) => large.get(key)?.statusAfter(version),
  narrow: ({ key, view, filter }) => {
    large.get(key)?.narrow(view, filter);
    return Promise.resolve(undefined);
  },
  rows: async ({ key, view, from, count }) => (await large.get(key)?.rows(view, from, count)) ?? [],
  recordAtLine: async ({ key, line }) => large.get(key)?.recordAtLine(line),
  detail: ({ key, record }) => large.get(key)?.detail(record) ?? Promise.resolve(open.get(key)?.detail(record)),
  plan: planConversion,
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
    for (const conversion of large.values()) {
      const known = await conversion.recordOf(input);
      if (known !== undefined) return known;
    }
    return findRecord(input);
  },
};

/** Lets go of what is open under a key, and stops reading it. */
function drop(key: string): void {
  open.delete(key);
  large.get(key)?.giveUp();
  large.delete(key);
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
