import type { Connection } from '../connection';
import type { Subscription } from '../listeners';
import { Listeners } from '../listeners';
import type { CheckFinding, ConnectionState } from './connectionState';
import { CONNECTION_STATE_LABELS } from './connectionState';

/** What is known of a connection, and since when. */
export interface KnownState {
  readonly state: ConnectionState;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** What the last check found, while this window lasts. */
  readonly checks?: readonly CheckFinding[];
}

/** What is kept beyond a window: no message, because one may quote a tenant's words. */
interface KeptState {
  /** As {@link stateKey} gives it. */
  readonly name: string;
  readonly state: ConnectionState;
  readonly time: number;
}

/** Where states are kept beyond a window. */
export interface StateMemory {
  read(): unknown;
  write(states: readonly KeptState[]): void;
}

/** What a connection's state is kept under: it outlives a new name, and another connection of the same name does not get it. */
export function stateKey({ id, name }: Pick<Connection, 'id' | 'name'>): string {
  return id ?? name;
}

/** What is known of each connection, by its {@link stateKey}. */
export class ConnectionStates {
  readonly #memory: StateMemory;
  readonly #changed = new Listeners<string>();
  readonly #states: Map<string, KnownState>;
  #ways: ReadonlyMap<string, string> = new Map();

  constructor(memory: StateMemory) {
    this.#memory = memory;
    this.#states = new Map(keptStates(memory.read()).map(({ name, state, time }) => [name, { state, at: time }]));
  }

  /** `undefined`: it has never been checked. */
  get(key: string): KnownState | undefined {
    return this.#states.get(key);
  }

  /** Takes what a check has found, and forgets what was known before. */
  noteCheck(key: string, known: KnownState): void {
    this.#set(key, known);
  }

  /** Takes what a use has shown. What the last check found no longer goes with another state. */
  noteUse(key: string, state: ConnectionState, at: number): void {
    const before = this.#states.get(key);
    if (before?.state === state) return;
    this.#set(key, { state, at });
  }

  /** Takes the connections that there are now: what was known of one that is gone, leads elsewhere or signs in otherwise is forgotten. */
  keepOnly(connections: readonly Pick<Connection, 'id' | 'name' | 'file'>[]): void {
    const ways = new Map(connections.map((connection) => [stateKey(connection), wayOf(connection)]));
    for (const key of [...this.#states.keys()]) {
      const before = this.#ways.get(key);
      const now = ways.get(key);
      if (now === undefined || (before !== undefined && before !== now)) this.forget(key);
    }
    this.#ways = ways;
  }

  /** What is known of it holds no longer. */
  forget(key: string): void {
    if (this.#states.delete(key)) this.#tell(key);
  }

  /** The listener is given the connection's key. */
  onDidChange(listener: (key: string) => void): Subscription {
    return this.#changed.add(listener);
  }

  dispose(): void {
    this.#changed.clear();
  }

  #set(key: string, known: KnownState): void {
    this.#states.set(key, known);
    this.#tell(key);
  }

  #tell(key: string): void {
    this.#memory.write(Array.from(this.#states, ([of, { state, at }]) => ({ name: of, state, time: at })));
    this.#changed.fire(key);
  }
}

/** Where a connection leads and how it signs in. */
function wayOf({ name, file }: Pick<Connection, 'name' | 'file'>): string {
  if (file === undefined) return name;
  const { cloud, tenantId, servicePrincipalId, jobId, signIn } = file;
  return JSON.stringify([cloud, tenantId, servicePrincipalId, jobId, signIn]);
}

/** The states of a memory that anything may have written to. */
function keptStates(value: unknown): readonly KeptState[] {
  return Array.isArray(value) ? value.filter(isKept) : [];
}

function isKept(value: unknown): value is KeptState {
  if (typeof value !== 'object' || value === null) return false;
  const { name, state, time } = value as Partial<Record<keyof KeptState, unknown>>;
  return (
    typeof name === 'string' &&
    typeof state === 'string' &&
    Object.hasOwn(CONNECTION_STATE_LABELS, state) &&
    Number.isFinite(time)
  );
}
