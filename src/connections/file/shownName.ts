import type { Connection } from '../connection';

/** A connection's name, followed by `(production)` if it is a production tenant and the name does not say so. */
export function shownName({ name, file }: Pick<Connection, 'name' | 'file'>): string {
  return file?.production === true && !/production/i.test(name) ? `${name} (production)` : name;
}
