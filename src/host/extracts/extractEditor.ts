import type { CustomReadonlyEditorProvider, Disposable, Uri } from 'vscode';
import { window } from 'vscode';
import { extractViewType } from '../contributions';
import { runCommand } from '../runCommand';
import type { Services } from '../services';

/**
 * The editor of extracts: read only, for files of any size, even those that VS Code does not give to extensions as text. With one mapping
 * that names the extract or is in its folder, this is the preview, otherwise the table of its records.
 */
export function registerExtractEditor(services: Services): Disposable {
  const provider: CustomReadonlyEditorProvider = {
    openCustomDocument: (uri: Uri) => ({ uri, dispose: () => undefined }),
    resolveCustomEditor: ({ uri }, panel) =>
      runCommand('Extract', services, async () => {
        const [{ mappingsFor }, { PreviewPanel }] = await Promise.all([
          import('./findMapping'),
          import('../preview/previewPanel'),
        ]);
        const { meant } = await mappingsFor(services, uri);
        const [mapping, ...others] = meant;
        const only = others.length === 0 ? mapping : undefined;
        new PreviewPanel(
          services,
          { extract: uri, ...(only === undefined ? {} : { mapping: only }) },
          { panel, isEditor: true },
        );
      }),
  };
  return window.registerCustomEditorProvider(extractViewType, provider, {
    webviewOptions: { retainContextWhenHidden: true },
    supportsMultipleEditorsPerDocument: true,
  });
}
