import { parentPort } from 'node:worker_threads';
import { guessExtract } from '../extract/guessExtract';
import { blocksOf, Conversion } from './conversion';
import { Examinations, findRecord } from './examination';
import type { WorkerCallName, WorkerCalls, WorkerRequest, WorkerResponse } from './protocol';

/** Conversions that are open, by the key of whoever opened them. */
const open = new Map<string, Conversion>();

const examinations = new Examinations();

type Handlers = {
  readonly [Name in WorkerCallName]: (input: WorkerCalls[Name]['in']) => Promise<WorkerCalls[Name]['out']>;
};

const handlers: Handlers = {
  open: async ({ key, ...input }) => {
    open.delete(key);
    const conversion = await Conversion.of(input);
    if (!(conversion instanceof Conversion)) return { kind: 'problems', problems: conversion.problems };
    open.set(key, conversion);
    return conversion.summary;
  },
  detail: ({ key, record }) => Promise.resolve(open.get(key)?.detail(record)),
  plan: ({ key }) => Promise.resolve(open.get(key)?.plan),
  drop: ({ key }) => {
    open.delete(key);
    return Promise.resolve(undefined);
  },
  guess: async ({ bytes, file }) => {
    const guess = await guessExtract(blocksOf(bytes), { file });
    return 'problem' in guess ? { kind: 'unreadable', problem: guess.problem } : { kind: 'guessed', text: guess.text };
  },
  examine: (input) => examinations.examine(input),
  record: (input) => findRecord(input),
};

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
