import type { Metafile } from 'esbuild';
import { readFileSync } from 'node:fs';
import { bundles } from '../../scripts/bundles.mjs';

const root = new URL('../../', import.meta.url);

/** What the bundles in `dist` were built from, as esbuild wrote it down. */
export function builtMetafiles(): readonly Metafile[] {
  return Object.keys(bundles({ production: true })).map(
    (name) => JSON.parse(readFileSync(new URL(`out/${name}.meta.json`, root), 'utf8')) as Metafile,
  );
}

/** Each package in the bundles as `name version`, in the order of names. */
export function bundledPackages(): readonly string[] {
  const names = new Set<string>();
  for (const path of builtMetafiles().flatMap(({ inputs }) => Object.keys(inputs))) {
    const [, rest] = path.split(/node_modules\/(?!.*node_modules\/)/);
    const [first = '', second = ''] = rest?.split('/') ?? [];
    if (rest !== undefined) names.add(first.startsWith('@') ? `${first}/${second}` : first);
  }
  return [...names].sort().map((name) => `${name} ${versionOf(name)}`);
}

function versionOf(name: string): string {
  const manifest = readFileSync(new URL(`node_modules/${name}/package.json`, root), 'utf8');
  return (JSON.parse(manifest) as { readonly version: string }).version;
}

/** The packages that notices name, each followed by its licence, as `name version`. */
export function noticedPackages(notices: string): readonly string[] {
  return notices
    .split(/^={80}$/m)
    .map((section) => section.trim())
    .filter((section) => /^Licence: \S+\n\n[^]*(Permission is hereby granted|Redistribution and use)/m.test(section))
    .map((section) => section.slice(0, section.indexOf('\n')));
}
