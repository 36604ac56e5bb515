import type { Connection } from './connection';
import type { Subscription } from './listeners';
import { Listeners } from './listeners';
import { isSameName } from './user/sameName';
import type { UnreadableConnection } from './user/userConnections';

/** The user's current connections, and the files that cannot be used. */
export interface KnownConnections {
  readonly connections: readonly Connection[];
  readonly unreadable: readonly UnreadableConnection[];
}

/** Remembers the connection in use beyond this process, only by its name. */
export interface ActiveMemory {
  read(): string | undefined;
  /** @param name absent: forget */
  write(name?: string): void;
}

/** The sandbox, the user's current connections, and the one in use. Names differ, ignoring case. */
export class ConnectionRegistry {
  readonly #changed = new Listeners<Connection>();
  readonly #sandbox: Connection;
  readonly #memory: ActiveMemory;
  readonly #load: () => Promise<KnownConnections>;
  #loading: Promise<void> | undefined;
  #known: KnownConnections = { connections: [], unreadable: [] };
  #active: Connection;

  /** @param load reads the user's connections; called once, on first use */
  constructor(sandbox: Connection, memory: ActiveMemory, load: () => Promise<KnownConnections>) {
    this.#sandbox = sandbox;
    this.#active = sandbox;
    this.#memory = memory;
    this.#load = load;
  }

  /** The sandbox, which always exists, and the user's connections by name, once they are loaded. */
  get all(): readonly Connection[] {
    return [this.#sandbox, ...this.#known.connections];
  }

  /** Files among the user's connections that cannot be used, and why. */
  get unreadable(): KnownConnections['unreadable'] {
    return this.#known.unreadable;
  }

  /** The default connection for sending. The sandbox until the user's connections are loaded. */
  get active(): Connection {
    return this.#active;
  }

  /** Whether another connection than the sandbox was in use when the editor was closed. */
  get remembersAnother(): boolean {
    return this.#memory.read() !== undefined;
  }

  /** Loads the user's connections once; returns the connection in use. Await it before acting on that connection. */
  async settle(): Promise<Connection> {
    this.#loading ??= this.#load().then((known) => this.#begin(known));
    try {
      await this.#loading;
    } catch (error) {
      // The obstacle may be gone at the next use
      this.#loading = undefined;
      throw error;
    }
    return this.#active;
  }

  find(name: string): Connection | undefined {
    return this.all.find((candidate) => isSameName(candidate.name, name));
  }

  /** Sets the user's connections. The one in use is found again by its id. */
  renew(known: KnownConnections): void {
    this.#known = known;
    const { id, name } = this.#active;
    const same = this.#active === this.#sandbox ? this.#sandbox : known.connections.find((each) => each.id === id);
    this.#active = same ?? this.#sandbox;
    if (same === undefined) this.#memory.write();
    else if (same.name !== name) this.#memory.write(same.name);
    this.#changed.fire(this.#active);
  }

  /** Uses a connection from now on, and remembers it. Throws for an unknown name. */
  use(name: string): void {
    const connection = this.find(name);
    if (connection === undefined) throw new Error(`Unknown connection "${name}".`);
    this.#memory.write(connection === this.#sandbox ? undefined : connection.name);
    if (connection === this.#active) return;
    this.#active = connection;
    this.#changed.fire(connection);
  }

  /** Fired when the list or the connection in use changes; the listener is given the latter. */
  onDidChange(listener: (active: Connection) => void): Subscription {
    return this.#changed.add(listener);
  }

  /** The remembered name is looked up once: a connection that is added later with this name is another one. */
  #begin(known: KnownConnections): void {
    const remembered = this.#memory.read();
    this.#known = known;
    const found = remembered === undefined ? undefined : this.find(remembered);
    this.#active = found ?? this.#sandbox;
    this.#changed.fire(this.#active);
  }
}
