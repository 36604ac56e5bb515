import type { BuildOptions } from 'esbuild';

export function bundles(how: {
  readonly production: boolean;
}): Readonly<Record<'extension' | 'host' | 'worker' | 'cli' | 'webview', BuildOptions>>;
