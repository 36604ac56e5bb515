import type { ExtensionContext } from 'vscode';

/** The editor's way in: a script, where everything after it is modules that share what they load. */
export async function activate(context: ExtensionContext): Promise<void> {
  const host = await import('./host/activate');
  await host.activate(context);
}
