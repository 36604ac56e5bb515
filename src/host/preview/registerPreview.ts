import { Disposable } from 'vscode';
import type { ExtractWithMapping } from '../commands/extractArgument';
import type { Services } from '../services';
import type { PreviewPanel } from './previewPanel';

/** The panels that are open, by extract; each services object has its own. */
const panels = new WeakMap<Services, Map<string, PreviewPanel>>();

export function registerPreview(services: Services): Disposable {
  panels.set(services, new Map());
  return new Disposable(() => {
    for (const panel of panels.get(services)?.values() ?? []) panel.dispose();
  });
}

/** Opens the preview of an extract, or brings the open one to the front. */
export async function showPreview(services: Services, conversion: ExtractWithMapping): Promise<void> {
  const { PreviewPanel } = await import('./previewPanel');
  const open = panels.get(services);
  const key = conversion.extract.toString();
  const existing = open?.get(key);
  if (existing !== undefined) {
    existing.show(conversion.mapping);
    return;
  }
  const panel = new PreviewPanel(services, conversion);
  open?.set(key, panel);
  panel.onDidDispose(() => open?.delete(key));
}
