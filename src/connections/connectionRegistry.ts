import type { Connection } from './connection';
import type { Subscription } from './listeners';
import { Listeners } from './listeners';

/** The connections that there are, and the one that is in use. */
export class ConnectionRegistry {
  readonly #changed = new Listeners<Connection>();
  readonly #all: readonly Connection[];
  #active: Connection;

  /** @param connections their names differ; the first is in use */
  constructor(connections: readonly [Connection, ...Connection[]]) {
    this.#all = connections;
    this.#active = connections[0];
  }

  get all(): readonly Connection[] {
    return this.#all;
  }

  /** Where things are sent, unless another connection is asked for. */
  get active(): Connection {
    return this.#active;
  }

  /** Uses a connection from now on. Throws for an unknown name. */
  use(name: string): void {
    const connection = this.#all.find((candidate) => candidate.name === name);
    if (connection === undefined) throw new Error(`Unknown connection "${name}".`);
    if (connection === this.#active) return;
    this.#active = connection;
    this.#changed.fire(connection);
  }

  /** The listener is given the connection that is in use from then on. */
  onDidChange(listener: (active: Connection) => void): Subscription {
    return this.#changed.add(listener);
  }
}
