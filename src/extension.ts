import type { ExtensionContext } from 'vscode';
import { startCapabilities } from './host/capabilities';
import { createServices } from './host/services';

export async function activate(context: ExtensionContext): Promise<void> {
  const services = createServices(context);
  context.subscriptions.push(services, ...(await startCapabilities(services)));
}
