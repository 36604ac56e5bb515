import { randomBytes } from 'node:crypto';
import type { Webview } from 'vscode';
import { Uri } from 'vscode';

/** The folders that a preview's page may load from. */
export function previewRoots(extensionUri: Uri): readonly Uri[] {
  return [Uri.joinPath(extensionUri, 'dist', 'webview'), Uri.joinPath(extensionUri, 'media', 'webview')];
}

/** The stylesheets of the page, one for each of its parts. */
const STYLES = ['preview', 'head', 'list', 'detail'];

/** The page of the preview: an empty body, one script, our stylesheets, and a policy that lets nothing else in. */
export function previewHtml(webview: Webview, extensionUri: Uri): string {
  const nonce = randomBytes(16).toString('base64');
  const script = webview.asWebviewUri(Uri.joinPath(extensionUri, 'dist', 'webview', 'preview.js')).toString();
  const styles = STYLES.map((name) =>
    webview.asWebviewUri(Uri.joinPath(extensionUri, 'media', 'webview', `${name}.css`)).toString(),
  );
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource}`,
    `img-src ${webview.cspSource}`,
    `font-src ${webview.cspSource}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
${styles.map((style) => `<link rel="stylesheet" href="${style}">`).join('\n')}
<title>Preview</title>
</head>
<body><script type="module" nonce="${nonce}" src="${script}"></script></body>
</html>`;
}
