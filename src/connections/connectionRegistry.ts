import type { Connection } from './connection';
import type { Subscription } from './listeners';
import { Listeners } from './listeners';
import { isSameName } from './user/sameName';
import type { UnreadableConnection } from './user/userConnections';

/** The user's connections, and files that cannot be used. */
export interface KnownConnections {
  readonly connections: readonly Connection[];
  readonly unreadable: readonly UnreadableConnection[];
}

/** Stores the name of the connection in use beyond this process. */
export interface ActiveMemory {
  read(): string | undefined;
  /** @param name absent: forgets the stored name */
  write(name?: string): void;
}

/** The sandbox, the user's connections, and the connection in use. Names are unique, ignoring case. */
export class ConnectionRegistry {
  readonly #changed = new Listeners<Connection>();
  readonly #sandbox: Connection;
  readonly #memory: ActiveMemory;
  readonly #load: () => Promise<KnownConnections>;
  #loading: Promise<void> | undefined;
  #known: KnownConnections = { connections: [], unreadable: [] };
  #active: Connection;

  /** @param load reads the user's connections; called at first use */
  constructor(sandbox: Connection, memory: ActiveMemory, load: () => Promise<KnownConnections>) {
    this.#sandbox = sandbox;
    this.#active = sandbox;
    this.#memory = memory;
    this.#load = load;
  }

  /** The sandbox, and the user's connections by name once they are loaded. */
  get all(): readonly Connection[] {
    return [this.#sandbox, ...this.#known.connections];
  }

  /** Files of the user's connections that cannot be used, and why. */
  get unreadable(): KnownConnections['unreadable'] {
    return this.#known.unreadable;
  }

  /** The default connection for sending. It is the sandbox until the user's connections are loaded. */
  get active(): Connection {
    return this.#active;
  }

  /** Whether a connection other than the sandbox was in use when the editor was closed. */
  get remembersAnother(): boolean {
    return this.#memory.read() !== undefined;
  }

  /** Loads the user's connections once; returns the connection in use. Await it before using that connection. */
  async settle(): Promise<Connection> {
    this.#loading ??= this.#load().then((known) => this.#begin(known));
    try {
      await this.#loading;
    } catch (error) {
      // The next use tries again
      this.#loading = undefined;
      throw error;
    }
    return this.#active;
  }

  find(name: string): Connection | undefined {
    return this.all.find((candidate) => isSameName(candidate.name, name));
  }

  /** Replaces the user's connections. The connection in use keeps its id. */
  renew(known: KnownConnections): void {
    this.#known = known;
    const { id, name } = this.#active;
    const same = this.#active === this.#sandbox ? this.#sandbox : known.connections.find((each) => each.id === id);
    this.#active = same ?? this.#sandbox;
    if (same === undefined) this.#memory.write();
    else if (same.name !== name) this.#memory.write(same.name);
    this.#changed.fire(this.#active);
  }

  /** Makes a connection the one in use, and stores its name. Throws if the name is unknown. */
  use(name: string): void {
    const connection = this.find(name);
    if (connection === undefined) throw new Error(`Unknown connection "${name}".`);
    this.#memory.write(connection === this.#sandbox ? undefined : connection.name);
    if (connection === this.#active) return;
    this.#active = connection;
    this.#changed.fire(connection);
  }

  /** Fired when the list or the connection in use changes; the listener gets the connection in use. */
  onDidChange(listener: (active: Connection) => void): Subscription {
    return this.#changed.add(listener);
  }

  /** The stored name is looked up only once: a connection that is added later under this name is a different one. */
  #begin(known: KnownConnections): void {
    const remembered = this.#memory.read();
    this.#known = known;
    const found = remembered === undefined ? undefined : this.find(remembered);
    this.#active = found ?? this.#sandbox;
    this.#changed.fire(this.#active);
  }
}
