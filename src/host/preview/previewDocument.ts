/** The stylesheets of the page, one for each of its parts. */
export const PREVIEW_STYLES = ['preview', 'head', 'list', 'detail', 'compare', 'requests'];

/** The resources of the page, by their addresses in its frame. */
interface PreviewSources {
  readonly script: string;
  readonly styles: readonly string[];
  /** The allowed sources of stylesheets, pictures and fonts, as a policy writes them. */
  readonly own: string;
  /** Allows the one script. */
  readonly nonce: string;
}

/** The page of the preview: an empty body, one script, our stylesheets, and a policy that allows nothing else. */
export function previewDocument({ script, styles, own, nonce }: PreviewSources): string {
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${own}`,
    `img-src ${own}`,
    `font-src ${own}`,
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
