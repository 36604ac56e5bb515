import { homedir } from 'node:os';
import { join } from 'node:path';

/** Variables of a process's environment. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The state folder of the command line and the editor: `ENTRA_INBOUND_HOME`, or else the platform's folder for program
 * state; `undefined` if neither exists.
 */
export function findStateFolder(env: Environment, platform: NodeJS.Platform = process.platform): string | undefined {
  const set = env.ENTRA_INBOUND_HOME;
  if (set !== undefined && set !== '') return set;
  const home = homeFolder();
  if (home === undefined) return undefined;
  switch (platform) {
    case 'win32':
      return join(env.LOCALAPPDATA ?? join(home, 'AppData', 'Local'), 'entra-inbound');
    case 'darwin':
      return join(home, 'Library', 'Application Support', 'entra-inbound');
    default:
      return join(env.XDG_STATE_HOME ?? join(home, '.local', 'state'), 'entra-inbound');
  }
}

function homeFolder(): string | undefined {
  try {
    return homedir();
  } catch {
    return undefined;
  }
}
