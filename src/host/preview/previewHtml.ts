import { randomBytes } from 'node:crypto';
import type { Webview } from 'vscode';
import { Uri } from 'vscode';
import { PREVIEW_STYLES, previewDocument } from './previewDocument';

/** The folders that a preview's page may load from. */
export function previewRoots(extensionUri: Uri): readonly Uri[] {
  return [Uri.joinPath(extensionUri, 'dist', 'webview'), Uri.joinPath(extensionUri, 'media', 'webview')];
}

/** The page of the preview, as a webview loads it. */
export function previewHtml(webview: Webview, extensionUri: Uri): string {
  const address = (...path: readonly string[]) => webview.asWebviewUri(Uri.joinPath(extensionUri, ...path)).toString();
  return previewDocument({
    script: address('dist', 'webview', 'preview.js'),
    styles: PREVIEW_STYLES.map((name) => address('media', 'webview', `${name}.css`)),
    own: webview.cspSource,
    nonce: randomBytes(16).toString('base64'),
  });
}
