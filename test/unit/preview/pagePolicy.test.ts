import { describe, expect, it } from 'vitest';
import { previewDocument } from '../../../src/host/preview/previewDocument';

const NONCE = 'AAECAwQFBgcICQoLDA0ODw==';
const OWN = 'https://*.vscode-cdn.net';

describe('the document of the preview', () => {
  const text = previewDocument({ script: `${OWN}/preview.js`, styles: [`${OWN}/preview.css`], own: OWN, nonce: NONCE });

  it('has one policy, to the letter', () => {
    const policies = [...text.matchAll(/<meta http-equiv="Content-Security-Policy" content="([^"]*)">/g)];
    expect(policies.map(([, policy]) => policy)).toEqual([
      "default-src 'none'; " +
        `script-src 'nonce-${NONCE}'; ` +
        `style-src ${OWN}; ` +
        `img-src ${OWN}; ` +
        `font-src ${OWN}; ` +
        "base-uri 'none'; " +
        "form-action 'none'",
    ]);
  });

  it('has one script, which the policy lets in, and none within the text', () => {
    expect(text.match(/<script[^>]*>[^<]*/g)).toEqual([
      `<script type="module" nonce="${NONCE}" src="${OWN}/preview.js">`,
    ]);
    expect(text).not.toMatch(/\son\w+=|javascript:|style=/);
  });

  it('states its policy before anything is loaded', () => {
    expect(text.indexOf('Content-Security-Policy')).toBeLessThan(text.search(/<link|<script/));
  });
});
