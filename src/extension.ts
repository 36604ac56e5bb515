import type { ExtensionContext } from 'vscode';

/** Everything after this script is modules that share what they load. */
const load = () => import('./host/activate');

/** The editor's way in. */
export async function activate(context: ExtensionContext): Promise<void> {
  await (await load()).activate(context);
}

/** The editor gives this a few seconds before it ends the process. */
export async function deactivate(): Promise<void> {
  await (await load()).deactivate();
}
