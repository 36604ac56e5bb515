import { homedir } from 'node:os';
import { join } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Where what outlives a call is kept: `ENTRA_INBOUND_HOME`, else the platform's folder for programs' state.
 */
export function stateFolder(env: Environment, platform: NodeJS.Platform = process.platform): string {
  const set = env.ENTRA_INBOUND_HOME;
  if (set !== undefined && set !== '') return set;
  const home = homedir();
  switch (platform) {
    case 'win32':
      return join(env.LOCALAPPDATA ?? join(home, 'AppData', 'Local'), 'entra-inbound');
    case 'darwin':
      return join(home, 'Library', 'Application Support', 'entra-inbound');
    default:
      return join(env.XDG_STATE_HOME ?? join(home, '.local', 'state'), 'entra-inbound');
  }
}
