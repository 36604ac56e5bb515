import type { WebviewPanel } from 'vscode';
import { TabInputWebview, Uri, ViewColumn, window } from 'vscode';
import { plainText } from '../../core/text/plainText';
import { previewViewType } from '../contributions';
import { previewHtml, previewRoots } from './previewHtml';

/**
 * Puts the preview's page into a panel. Attach the listener for messages first, so that none is missed: the caller gets the panel first
 * and then starts the page.
 */
export interface PreviewPage {
  readonly panel: WebviewPanel;
  readonly start: () => void;
}

/**
 * @param name of the extract
 * @param given the panel that VS Code has made for an editor. Default: a new one beside the active editor
 */
export function createPreviewPage(extensionUri: Uri, name: string, given?: WebviewPanel): PreviewPage {
  const options = {
    enableScripts: true,
    enableCommandUris: false,
    localResourceRoots: [...previewRoots(extensionUri)],
  };
  const panel =
    given ??
    window.createWebviewPanel(previewViewType, `Preview: ${plainText(name)}`, placeOfPage(), {
      ...options,
      retainContextWhenHidden: true,
    });
  panel.webview.options = options;
  const icon = (theme: string) => Uri.joinPath(extensionUri, 'media', `preview-${theme}.svg`);
  panel.iconPath = { light: icon('light'), dark: icon('dark') };
  return {
    panel,
    start: () => {
      panel.webview.html = previewHtml(panel.webview, extensionUri);
    },
  };
}

/** Beside the active editor; a preview that another one opens takes its place. */
function placeOfPage(): ViewColumn {
  const input = window.tabGroups.activeTabGroup.activeTab?.input;
  const isPreview = input instanceof TabInputWebview && input.viewType.endsWith(previewViewType);
  return isPreview ? ViewColumn.Active : ViewColumn.Beside;
}
