import type { Disposable, Event, LogOutputChannel } from 'vscode';
import { EventEmitter } from 'vscode';
import type { JsonObject } from '../../core/json/jsonValue';
import type { Prediction } from '../../core/provisioning/cycle/whatIf';
import type { SandboxEvent } from '../../sandbox/sandbox';
import type { Scenario } from '../../sandbox/scenarios/scenario';
import type { RunningSandbox } from '../../sandbox/startSandbox';
import type { JobView } from '../../sandbox/views';
import { systemClock } from '../../tenant/clock';
import { connectSandbox } from '../../tenant/sandboxClient';
import type { Tenant } from '../../tenant/tenant';
import type { Transport } from '../../tenant/transport';
import type { SettingsStore } from '../settings';

/** The extension host's own fetch, which knows the user's proxy and certificates. */
const transport: Transport = (url, request) => fetch(url, request);

/** The sandbox is a bundle of its own, loaded when it is first needed. */
const load = () => import('../../sandbox/startSandbox');

/** What would become of people, and how many accounts there were when it was told. */
export interface Predicted {
  readonly predictions: readonly Prediction[];
  readonly accounts: number;
}

/** `idle`: it has stopped by itself. */
export type SandboxChange = 'started' | 'stopped' | 'idle' | SandboxEvent;

/** The sandbox tenant of this window: started by a command or when something is first sent to it, forgotten when it stops. */
export class SandboxService implements Disposable {
  readonly #output: LogOutputChannel;
  readonly #settings: SettingsStore;
  readonly #changed = new EventEmitter<SandboxChange>();
  #starting: Promise<RunningSandbox> | undefined;
  #running: RunningSandbox | undefined;

  constructor(output: LogOutputChannel, settings: SettingsStore) {
    this.#output = output;
    this.#settings = settings;
  }

  /** Fired often while requests come in. */
  get onDidChange(): Event<SandboxChange> {
    return this.#changed.event;
  }

  /** `undefined` while none runs. */
  get running(): RunningSandbox | undefined {
    return this.#running;
  }

  /** Where bulk requests go: to the job that the scenario is about. `undefined` while none runs. */
  get endpoint(): string | undefined {
    return this.#running?.endpointOf(this.#running.sandbox.application);
  }

  /** The job that bulk requests go to. */
  get job(): JobView | undefined {
    const sandbox = this.#running?.sandbox;
    return sandbox?.jobs().find(({ id }) => id === sandbox.application.jobId);
  }

  /** The scenario that is on, unless it is the calm one, in which there is nothing to say. */
  get trouble(): Scenario | undefined {
    const scenario = this.#running?.sandbox.scenario;
    return scenario?.name === 'calm' ? undefined : scenario;
  }

  /** Every scenario, in the order in which they are offered. */
  async scenarios(): Promise<readonly Scenario[]> {
    return (await load()).scenarios;
  }

  /** What would become of people whom nobody has sent: told by the sandbox; while none runs, by one that has nobody. */
  async predict(people: readonly JsonObject[]): Promise<Predicted> {
    const { emptySandbox } = await load();
    const sandbox = this.#running?.sandbox ?? emptySandbox();
    return { predictions: sandbox.predict(people), accounts: sandbox.directory.size };
  }

  /** The sandbox that runs; starts one, in the calm scenario, if none does. */
  start(): Promise<RunningSandbox> {
    return (this.#starting ??= this.#start());
  }

  /** The sandbox as a tenant to send to; starts it if need be. */
  async tenant(): Promise<Tenant> {
    const running = await this.start();
    const { tokenEndpoint, clientId, clientSecret } = running;
    const endpoint = running.endpointOf(running.sandbox.application);
    return connectSandbox(
      { kind: 'sandbox', name: 'Sandbox Tenant', endpoint, tokenEndpoint, clientId, clientSecret },
      transport,
      systemClock,
    );
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
    this.#changed.dispose();
  }

  #forget(why: 'stopped' | 'idle'): void {
    this.#running = undefined;
    this.#changed.fire(why);
  }

  async #start(): Promise<RunningSandbox> {
    try {
      const { startSandbox } = await load();
      const running = await startSandbox({
        idleStop: this.#settings.current.sandboxIdleStop,
        onFault: (error) => {
          this.#output.error('The sandbox tenant has a fault.', error);
        },
      });
      this.#running = running;
      running.sandbox.onChange((event) => {
        if (this.#running === running) this.#changed.fire(event);
      });
      void running.stopped.then((why) => {
        if (why !== 'idle' || this.#running !== running) return;
        this.#output.info('The sandbox tenant has stopped: nobody has called it for a long time.');
        this.#starting = undefined;
        this.#forget('idle');
      });
      this.#changed.fire('started');
      this.#output.info(`Sandbox tenant started at ${running.graph}`);
      return running;
    } catch (error) {
      this.#starting = undefined;
      throw error;
    }
  }
}
