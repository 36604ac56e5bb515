import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { WorkerCallName, WorkerCalls, WorkerResponse } from '../../src/worker/protocol';

/** The worker as it is built, and a way to ask it. */
export class AskedWorker {
  readonly #worker = new Worker(join(process.cwd(), 'dist', 'worker.js'));
  readonly #waiting = new Map<number, (response: WorkerResponse) => void>();
  #last = 0;

  constructor() {
    this.#worker.on('message', (response: WorkerResponse) => {
      this.#waiting.get(response.id)?.(response);
      this.#waiting.delete(response.id);
    });
  }

  async ask<Name extends WorkerCallName>(
    call: Name,
    input: WorkerCalls[Name]['in'],
  ): Promise<WorkerCalls[Name]['out']> {
    const id = ++this.#last;
    const answer = new Promise<WorkerResponse>((resolve) => this.#waiting.set(id, resolve));
    this.#worker.postMessage({ id, call, input });
    const response = await answer;
    if ('fault' in response) throw new Error(response.fault);
    return response.output;
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }
}
