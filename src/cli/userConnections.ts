import { join } from 'node:path';
import { UserConnections } from '../connections/user/userConnections';
import { stateFiles } from './stateFiles';
import { stateFolder } from './stateFolder';
import type { Terminal } from './terminal/terminal';

/** The folder with the user's connections, which may not exist. */
export function connectionsFolder(env: Terminal['env']): string {
  return join(stateFolder(env), 'connections');
}

/** Reads the user's connections from the state folder. */
export function userConnections(env: Terminal['env']): UserConnections {
  return new UserConnections(stateFiles(connectionsFolder(env)));
}
