import type { ExtensionContext, LogOutputChannel, Uri } from 'vscode';
import { window } from 'vscode';
import { ConversionClient } from './conversionClient';
import { RunStore } from './runStore';
import { SandboxService } from './sandboxService';

/** What the capabilities share. Made once, handed on, read only; nothing in it does anything until it is asked. */
export interface Services {
  readonly extensionUri: Uri;
  readonly output: LogOutputChannel;
  readonly conversions: ConversionClient;
  readonly sandbox: SandboxService;
  readonly runs: RunStore;
  readonly dispose: () => void;
}

export function createServices(context: ExtensionContext): Services {
  const output = window.createOutputChannel('Inbound Provisioning', { log: true });
  const conversions = new ConversionClient(context.asAbsolutePath('dist/worker.js'), output);
  const sandbox = new SandboxService(output);
  const runs = new RunStore();
  const dispose = () => {
    for (const service of [conversions, sandbox, runs, output]) service.dispose();
  };
  return { extensionUri: context.extensionUri, output, conversions, sandbox, runs, dispose };
}
