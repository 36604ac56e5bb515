import type { JsonObject } from '../core/json/jsonValue';
import type { SandboxEvent } from '../sandbox/sandbox';
import type { Scenario } from '../sandbox/scenarios/scenario';
import type { RunningSandbox, StartOptions } from '../sandbox/startSandbox';
import type { JobView } from '../sandbox/views';
import type { Subscription } from './listeners';
import { Listeners } from './listeners';
import type { PredictedPeople } from './predictedPeople';
import { predictUnhurried } from './prediction/predictUnhurried';

/** In the extension the sandbox is a separate bundle, loaded at first use. */
const load = () => import('../sandbox/startSandbox');

/** `idle`: it stopped because it was not used. */
export type SandboxChange = 'started' | 'stopped' | 'idle' | SandboxEvent;

/** The sandbox tenant of this process: started by a command or at first use, discarded when it stops. */
export class LocalSandbox {
  readonly #options: () => StartOptions;
  readonly #listeners = new Listeners<SandboxChange>();
  #starting: Promise<RunningSandbox> | undefined;
  #running: RunningSandbox | undefined;

  /** @param options called at every start */
  constructor(options: () => StartOptions = () => ({})) {
    this.#options = options;
  }

  /** The listener is called often while requests arrive. */
  onDidChange(listener: (change: SandboxChange) => void): Subscription {
    return this.#listeners.add(listener);
  }

  /** `undefined` while none is running. */
  get running(): RunningSandbox | undefined {
    return this.#running;
  }

  /** The address for bulk requests, of the job that the scenario affects. `undefined` if no sandbox is running. */
  get endpoint(): string | undefined {
    return this.#running?.endpointOf(this.#running.sandbox.application);
  }

  /** The job for bulk requests. */
  get job(): JobView | undefined {
    const sandbox = this.#running?.sandbox;
    return sandbox?.jobs().find(({ id }) => id === sandbox.application.jobId);
  }

  /** The current scenario; `undefined` if it is the healthy one. */
  get trouble(): Scenario | undefined {
    const scenario = this.#running?.sandbox.scenario;
    return scenario?.name === 'healthy' ? undefined : scenario;
  }

  /** Every scenario, in display order. */
  async scenarios(): Promise<readonly Scenario[]> {
    return (await load()).scenarios;
  }

  /**
   * Predicts people who have not been sent, using the running sandbox or else an empty one. Works in slices, so that
   * other work is not blocked.
   */
  async predict(
    people: readonly JsonObject[],
    { signal }: { readonly signal?: AbortSignal } = {},
  ): Promise<PredictedPeople> {
    const { emptySandbox } = await load();
    const sandbox = this.#running?.sandbox ?? emptySandbox();
    return { predictions: await predictUnhurried(sandbox, people, signal), accounts: sandbox.directory.size };
  }

  /** The schema of the job for bulk requests; `undefined` if no sandbox is running. */
  jobSchema(): string | undefined {
    const schema = this.#running?.sandbox.jobSchema();
    return schema === undefined ? undefined : JSON.stringify(schema, null, 2);
  }

  /** Returns the running sandbox, or starts one in the healthy scenario. */
  start(): Promise<RunningSandbox> {
    return (this.#starting ??= this.#start());
  }

  async stop(): Promise<void> {
    const starting = this.#starting;
    this.#starting = undefined;
    const running = await starting;
    if (this.#running === running) this.#forget('stopped');
    await running?.close();
  }

  dispose(): void {
    void this.stop();
    this.#listeners.clear();
  }

  #forget(why: 'stopped' | 'idle'): void {
    this.#running = undefined;
    this.#listeners.fire(why);
  }

  async #start(): Promise<RunningSandbox> {
    try {
      const { startSandbox } = await load();
      const running = await startSandbox(this.#options());
      this.#running = running;
      running.sandbox.onChange((event) => {
        if (this.#running === running) this.#listeners.fire(event);
      });
      void running.stopped.then((why) => {
        if (why !== 'idle' || this.#running !== running) return;
        this.#starting = undefined;
        this.#forget('idle');
      });
      this.#listeners.fire('started');
      return running;
    } catch (error) {
      this.#starting = undefined;
      throw error;
    }
  }
}
