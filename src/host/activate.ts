import type { ExtensionContext } from 'vscode';
import { startCapabilities } from './capabilities';
import { createServices } from './services';

/** Starts the extension in a window of the editor. */
export async function activate(context: ExtensionContext): Promise<void> {
  const services = createServices(context);
  context.subscriptions.push(services, ...(await startCapabilities(services)));
}
