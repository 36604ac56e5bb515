import type { LoggedEntry } from '../../../core/logs/list/loggedEntry';
import type { LogElement, ShownTie } from '../../../views/log/logTree';
import { isShownRow } from '../../views/shownRows';

/** The subject of a row of the log. */
export interface LogRow {
  readonly logged: LoggedEntry;
  readonly tie: ShownTie | undefined;
}

/** The log row in a command's argument; for a change, its newest entry. */
export function logRowOf([row]: readonly unknown[]): LogRow | undefined {
  if (!isShownRow(row)) return undefined;
  const element = row as LogElement;
  if (element.kind === 'logEntry') return { logged: element.logged, tie: element.tie };
  return element.kind === 'logChange' ? { logged: element.change.newest, tie: element.tie } : undefined;
}
