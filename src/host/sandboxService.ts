import type { Disposable, Event, LogOutputChannel } from 'vscode';
import { EventEmitter } from 'vscode';
import type { JsonObject } from '../core/json/jsonValue';
import type { Prediction } from '../core/provisioning/whatIf';
import type { RunningSandbox } from '../sandbox/startSandbox';
import { systemClock } from '../tenant/clock';
import { connectSandbox } from '../tenant/sandboxClient';
import type { Tenant } from '../tenant/tenant';
import type { Transport } from '../tenant/transport';

/** The extension host's own fetch, which knows the user's proxy and certificates. */
const transport: Transport = (url, request) => fetch(url, request);

/** What would become of people, and how many accounts there were when it was told. */
export interface Foretold {
  readonly predictions: readonly Prediction[];
  readonly accounts: number;
}

/** The sandbox tenant of this window: started when something is first sent to it, forgotten when it stops. */
export class SandboxService implements Disposable {
  readonly #output: LogOutputChannel;
  readonly #changed = new EventEmitter<void>();
  #running: Promise<RunningSandbox> | undefined;
  #started: RunningSandbox | undefined;

  constructor(output: LogOutputChannel) {
    this.#output = output;
  }

  get onDidChange(): Event<void> {
    return this.#changed.event;
  }

  /** Where the sandbox answers; `undefined` while none runs. */
  get address(): string | undefined {
    return this.#started?.graph;
  }

  /** Where bulk requests go; `undefined` while none runs. */
  get endpoint(): string | undefined {
    return this.#started?.endpoint;
  }

  /** What would become of people whom nobody has sent: told by the sandbox; while none runs, by one that has nobody. */
  async foretell(people: readonly JsonObject[]): Promise<Foretold> {
    const { emptySandbox } = await import('../sandbox/startSandbox');
    const sandbox = this.#started?.sandbox ?? emptySandbox();
    return { predictions: sandbox.foretell(people), accounts: sandbox.directory.size };
  }

  /** The sandbox as a tenant to send to; starts it if need be. */
  async tenant(): Promise<Tenant> {
    const { endpoint, tokenEndpoint, clientId, clientSecret } = await (this.#running ??= this.#start());
    return connectSandbox(
      { kind: 'sandbox', name: 'Sandbox Tenant', endpoint, tokenEndpoint, clientId, clientSecret },
      transport,
      systemClock,
    );
  }

  async stop(): Promise<void> {
    const running = this.#running;
    this.#running = undefined;
    this.#started = undefined;
    this.#changed.fire();
    await (await running)?.close();
  }

  dispose(): void {
    void this.stop();
    this.#changed.dispose();
  }

  async #start(): Promise<RunningSandbox> {
    try {
      const { startSandbox } = await import('../sandbox/startSandbox');
      const running = await startSandbox({
        onFault: (error) => {
          this.#output.error('The sandbox tenant has a fault.', error);
        },
      });
      this.#started = running;
      this.#changed.fire();
      this.#output.info(`Sandbox tenant started at ${running.graph}`);
      return running;
    } catch (error) {
      this.#running = undefined;
      throw error;
    }
  }
}
