import type { ExtensionContext } from 'vscode';
import { startCapabilities } from './capabilities';
import type { Services } from './services';
import { createServices } from './services';

let started: Services | undefined;

/** Starts the extension in a window of the editor. */
export async function activate(context: ExtensionContext): Promise<void> {
  const services = createServices(context);
  started = services;
  context.subscriptions.push(services, ...(await startCapabilities(services)));
}

/** The window closes or reloads: sending stops, and every journal is flushed. */
export async function deactivate(): Promise<void> {
  await started?.runs.close();
  started = undefined;
}
