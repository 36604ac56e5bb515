import type { WebviewPanel } from 'vscode';
import { Disposable, window } from 'vscode';
import type { ExtractWithMapping } from '../commands/extractArgument';
import { previewViewType } from '../contributions';
import { runCommand } from '../runCommand';
import type { Services } from '../services';
import type { PreviewPanel } from './previewPanel';
import type { Shown } from './previewReading';

/** The open panels, by extract; each services object has its own. */
const panels = new WeakMap<Services, Map<string, PreviewPanel>>();

/** Previews are closed with the extension, and restored with their window. */
export function registerPreview(services: Services): Disposable {
  panels.set(services, new Map());
  const serializer = window.registerWebviewPanelSerializer(previewViewType, {
    deserializeWebviewPanel: (panel, kept: unknown) =>
      runCommand('Preview', services, () => restorePreview(services, panel, kept)),
  });
  return new Disposable(() => {
    serializer.dispose();
    for (const panel of panels.get(services)?.values() ?? []) panel.dispose();
  });
}

/** Opens the preview of an extract, or brings the open one to the front. */
export async function showPreview(services: Services, conversion: ExtractWithMapping): Promise<void> {
  const existing = panels.get(services)?.get(conversion.extract.toString());
  if (existing === undefined) await openPreview(services, conversion);
  else existing.show(conversion.mapping);
}

/** A preview of a deleted file is closed: there is nothing to report about it. */
async function restorePreview(services: Services, panel: WebviewPanel, kept: unknown): Promise<void> {
  const { restoredPreview } = await import('./restoredPreview');
  const shown = await restoredPreview(kept);
  if (shown === undefined) panel.dispose();
  else await openPreview(services, shown, panel);
}

async function openPreview(services: Services, shown: Shown, given?: WebviewPanel): Promise<void> {
  const { PreviewPanel } = await import('./previewPanel');
  const open = panels.get(services);
  const key = shown.extract.toString();
  const panel = new PreviewPanel(services, shown, given && { panel: given, isEditor: false });
  open?.set(key, panel);
  panel.onDidDispose(() => open?.delete(key));
}
