import type { JsonObject } from '../../core/json/jsonValue';
import type { Clock } from '../../tenant/clock';
import type { ReadWait } from '../../tenant/reading/readPatience';
import { cancelled } from '../../tenant/signIn/bearerToken';
import type { OpenedConnection, OpenOptions, PredictOptions } from '../connection';
import type { PredictedPeople } from '../predictedPeople';
import { predictPeople } from './predictPeople';
import type { JobRules } from './readJobRules';
import { readJobRules } from './readJobRules';

/** Milliseconds for which schema and domains are cached. */
const MAX_KEPT = 300_000;

interface Known {
  readonly opened: OpenedConnection;
  readonly rules: JobRules;
}

/** Predicts over a connection. Signs in once and caches schema and domains for a while; accounts are read each time. */
export class TenantPredictor {
  readonly #open: (options: OpenOptions) => Promise<OpenedConnection>;
  readonly #clock: Pick<Clock, 'now'>;
  readonly #listeners = new Set<(wait: ReadWait) => void>();
  #known: Promise<Known> | undefined;
  #readAt = -Infinity;
  #schema: string | undefined;

  constructor(open: (options: OpenOptions) => Promise<OpenedConnection>, clock: Pick<Clock, 'now'>) {
    this.#open = open;
    this.#clock = clock;
  }

  /** Whether it has signed in, so that a prediction does not ask a person. */
  get isSignedIn(): boolean {
    return this.#known !== undefined;
  }

  /** The last read schema of the job. */
  get schema(): string | undefined {
    return this.#schema;
  }

  /** Rejects with a `TenantError`. */
  async predict(people: readonly JsonObject[], options: PredictOptions = {}): Promise<PredictedPeople> {
    const { onWait, signal } = options;
    if (onWait !== undefined) this.#listeners.add(onWait);
    try {
      const { opened, rules } = await unlessAborted(this.#know(), signal);
      return await predictPeople(people, opened.tenant, rules, options);
    } finally {
      if (onWait !== undefined) this.#listeners.delete(onWait);
    }
  }

  /** Not cancellable, because several predictions may wait for the same result. */
  #know(): Promise<Known> {
    if (this.#known !== undefined && this.#clock.now() - this.#readAt < MAX_KEPT) return this.#known;
    const known = this.#read();
    this.#known = known;
    this.#readAt = this.#clock.now();
    known.catch(() => {
      if (this.#known === known) this.#known = undefined;
    });
    return known;
  }

  async #read(): Promise<Known> {
    const before = await this.#known?.catch(() => undefined);
    const opened = before?.opened ?? (await this.#open({ onWait: (wait) => this.#notify(wait) }));
    try {
      const rules = await readJobRules(opened.tenant);
      this.#schema = rules.schema;
      return { opened, rules };
    } catch (error) {
      await opened.close();
      throw error;
    }
  }

  #notify(wait: ReadWait): void {
    for (const listener of this.#listeners) listener(wait);
  }
}

function unlessAborted<Result>(promise: Promise<Result>, signal: AbortSignal | undefined): Promise<Result> {
  if (signal === undefined) return promise;
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(cancelled());
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort);
    void promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
