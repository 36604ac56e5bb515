import type { Connection } from '../connection';
import type { Subscription } from '../listeners';
import { Listeners } from '../listeners';
import type { CheckFinding, ConnectionState } from './connectionState';
import { CONNECTION_STATE_LABELS } from './connectionState';

/** The state of a connection, and its time. */
export interface KnownState {
  readonly state: ConnectionState;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** What the last check found, while this window lasts. */
  readonly checks?: readonly CheckFinding[];
}

/** The state stored beyond a window, without messages, which may quote a tenant's text. */
interface KeptState {
  /** As {@link stateKey} gives it. */
  readonly name: string;
  readonly state: ConnectionState;
  readonly time: number;
}

/** The storage for states beyond a window. */
export interface StateMemory {
  read(): unknown;
  write(states: readonly KeptState[]): void;
}

/** The key of a connection's state: it survives a rename, and another connection of the same name does not get it. */
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

  /** `undefined`: it has never been checked. */
  get(key: string): KnownState | undefined {
    return this.#states.get(key);
  }

  /** Sets the result of a check, replacing the previous state. */
  noteCheck(key: string, known: KnownState): void {
    this.#set(key, known);
  }

  /** Sets the state after a use. The findings of the last check are dropped if the state differs. */
  noteUse(key: string, state: ConnectionState, at: number): void {
    const before = this.#states.get(key);
    if (before?.state === state) return;
    this.#set(key, { state, at });
  }

  /**
   * Sets the current connections: the states of removed ones, and of those with another target or sign-in, are dropped.
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

  /** Its state is no longer valid. */
  forget(key: string): void {
    if (this.#states.delete(key)) this.#tell(key);
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
    this.#tell(key);
  }

  #tell(key: string): void {
    this.#memory.write(Array.from(this.#states, ([of, { state, at }]) => ({ name: of, state, time: at })));
    this.#changed.fire(key);
  }
}

/** The target and the sign-in of a connection. */
function wayOf({ name, file }: Pick<Connection, 'name' | 'file'>): string {
  if (file === undefined) return name;
  const { cloud, tenantId, servicePrincipalId, jobId, signIn } = file;
  return JSON.stringify([cloud, tenantId, servicePrincipalId, jobId, signIn]);
}

/** Parses stored states, which may contain anything. */
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
