import type { Connection } from '../connection';
import type { Subscription } from '../listeners';
import { Listeners } from '../listeners';
import type { CheckFinding, ConnectionState } from './connectionState';
import { CONNECTION_STATE_LABELS } from './connectionState';

/** The state of a connection, and when it was found. */
export interface KnownState {
  readonly state: ConnectionState;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The findings of the last check, kept only in this window. */
  readonly checks?: readonly CheckFinding[];
}

/** The state that is stored beyond a window. It has no messages, because they may quote a tenant's text. */
interface KeptState {
  /** The key by {@link stateKey}. */
  readonly name: string;
  readonly state: ConnectionState;
  readonly time: number;
}

/** The storage for states beyond a window. */
export interface StateMemory {
  read(): unknown;
  write(states: readonly KeptState[]): void;
}

/**
 * The key of a connection's state. A rename does not change it, and another connection with the same name has a
 * different one.
 */
export function stateKey({ id, name }: Pick<Connection, 'id' | 'name'>): string {
  return id ?? name;
}

/** The state of each connection, by its {@link stateKey}. */
export class ConnectionStates {
  readonly #memory: StateMemory;
  readonly #changed = new Listeners<string>();
  readonly #states: Map<string, KnownState>;
  #ways: ReadonlyMap<string, string> = new Map();

  constructor(memory: StateMemory) {
    this.#memory = memory;
    this.#states = new Map(keptStates(memory.read()).map(({ name, state, time }) => [name, { state, at: time }]));
  }

  /** `undefined` if the connection was never checked. */
  get(key: string): KnownState | undefined {
    return this.#states.get(key);
  }

  /** Sets the result of a check, which replaces the previous state. */
  noteCheck(key: string, known: KnownState): void {
    this.#set(key, known);
  }

  /** Sets the state after a use. If it differs, the findings of the last check are dropped. */
  noteUse(key: string, state: ConnectionState, at: number): void {
    const before = this.#states.get(key);
    if (before?.state === state) return;
    this.#set(key, { state, at });
  }

  /**
   * Sets the current connections. States of removed connections, and of those with a different target or sign-in, are
   * dropped.
   */
  keepOnly(connections: readonly Pick<Connection, 'id' | 'name' | 'file'>[]): void {
    const ways = new Map(connections.map((connection) => [stateKey(connection), wayOf(connection)]));
    for (const key of [...this.#states.keys()]) {
      const before = this.#ways.get(key);
      const now = ways.get(key);
      if (now === undefined || (before !== undefined && before !== now)) this.forget(key);
    }
    this.#ways = ways;
  }

  /** Drops a state that is no longer valid. */
  forget(key: string): void {
    if (this.#states.delete(key)) this.#notify(key);
  }

  /** The listener gets the connection's key. */
  onDidChange(listener: (key: string) => void): Subscription {
    return this.#changed.add(listener);
  }

  dispose(): void {
    this.#changed.clear();
  }

  #set(key: string, known: KnownState): void {
    this.#states.set(key, known);
    this.#notify(key);
  }

  #notify(key: string): void {
    this.#memory.write(Array.from(this.#states, ([of, { state, at }]) => ({ name: of, state, time: at })));
    this.#changed.fire(key);
  }
}

/** A connection's target and sign-in, as a text for comparison. */
function wayOf({ name, file }: Pick<Connection, 'name' | 'file'>): string {
  if (file === undefined) return name;
  const { cloud, tenantId, servicePrincipalId, jobId, signIn } = file;
  return JSON.stringify([cloud, tenantId, servicePrincipalId, jobId, signIn]);
}

/** Parses stored states, which may be any value. */
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
