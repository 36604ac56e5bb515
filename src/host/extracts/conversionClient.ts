import { Worker } from 'node:worker_threads';
import type { Disposable, LogOutputChannel } from 'vscode';
import type { WorkerCallName, WorkerCalls, WorkerResponse } from '../../worker/protocol';

/** Number of bytes from which memory is transferred in place of a copy, which would take too long. */
const HANDED_OVER = 1024 * 1024;

interface Pending {
  readonly resolve: (output: never) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Converts extracts in a worker, so that the extension host never blocks. The worker starts with the first question; when it dies, open
 * questions are rejected and the next one starts another.
 */
export class ConversionClient implements Disposable {
  readonly #script: string;
  readonly #output: LogOutputChannel;
  readonly #pending = new Map<number, Pending>();
  #worker: Worker | undefined;
  #lastId = 0;

  constructor(script: string, output: LogOutputChannel) {
    this.#script = script;
    this.#output = output;
  }

  /** Large bytes of the input are transferred: the caller can no longer read them. */
  ask<Name extends WorkerCallName>(call: Name, input: WorkerCalls[Name]['in']): Promise<WorkerCalls[Name]['out']> {
    const worker = (this.#worker ??= this.#start());
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve, reject });
      worker.postMessage({ id, call, input }, handedOver(input));
    });
  }

  dispose(): void {
    void this.#worker?.terminate();
  }

  #start(): Worker {
    const worker = new Worker(this.#script);
    worker.on('message', (response: WorkerResponse) => {
      const pending = this.#pending.get(response.id);
      this.#pending.delete(response.id);
      if ('fault' in response) pending?.reject(new Error(response.fault));
      else pending?.resolve(response.output as never);
    });
    worker.on('error', (error) => {
      this.#output.error('The conversion worker failed.', error);
    });
    worker.on('exit', (code) => {
      this.#worker = undefined;
      for (const { reject } of this.#pending.values())
        reject(new Error(`The conversion worker ended with code ${code}.`));
      this.#pending.clear();
    });
    return worker;
  }
}

/** The memory of large bytes is transferred to the worker, because the caller no longer needs it. */
function handedOver(input: WorkerCalls[WorkerCallName]['in']): readonly ArrayBuffer[] {
  if (!('bytes' in input) || !(input.bytes instanceof Uint8Array)) return [];
  const { buffer, byteLength } = input.bytes;
  const isOwn = buffer instanceof ArrayBuffer && buffer.byteLength === byteLength;
  return isOwn && byteLength >= HANDED_OVER ? [buffer] : [];
}
