import type { Memento } from 'vscode';
import { ConnectionStates } from '../../connections/state/connectionStates';

const KEY = 'connectionStates';

/** What is known about the connections; only the state and time of each survive the window. */
export function createWindowStates(state: Memento): ConnectionStates {
  return new ConnectionStates({
    read: () => state.get<unknown>(KEY),
    write: (states) => void state.update(KEY, states),
  });
}
