import type { CodeLens, Range } from 'vscode';
import type { Connection } from '../../../connections/connection';
import { shownName } from '../../../connections/file/shownName';
import { commandIds } from '../../contributions';
import { lens } from './lens';

/** Names the connection in use, and switches it. */
export function useLens(range: Range, connection: Connection): CodeLens {
  return lens(range, {
    icon: 'plug',
    title: shownName(connection),
    tooltip: `The connection in use is ${connection.name}. Click to use another.`,
    command: commandIds.useConnection,
    arguments: [],
  });
}
