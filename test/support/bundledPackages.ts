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

/** Each package in the bundles as `name version`, in the order of names. One package may be there in two versions. */
export function bundledPackages(): readonly string[] {
  const folders = new Map<string, string>();
  for (const path of builtMetafiles().flatMap(({ inputs }) => Object.keys(inputs))) {
    const [, folder, name] = /^(.*node_modules\/((?:@[^/]+\/)?[^/]+))\//.exec(path) ?? [];
    if (folder !== undefined && name !== undefined) folders.set(folder, name);
  }
  return [...folders].map(([folder, name]) => `${name} ${versionIn(folder)}`).sort();
}

function versionIn(folder: string): string {
  const manifest = readFileSync(new URL(`${folder}/package.json`, root), 'utf8');
  return (JSON.parse(manifest) as { readonly version: string }).version;
}

/** The packages that notices name, each followed by its licence, as `name version`. */
export function noticedPackages(notices: string): readonly string[] {
  return notices
    .split(/^={80}$/m)
    .map((section) => section.trim())
    .filter((section) =>
      /^Licence: .+\n\n[^]*(Permission is hereby granted|Permission to use, copy|Redistribution and use|Apache License)/m.test(
        section,
      ),
    )
    .map((section) => section.slice(0, section.indexOf('\n')))
    .sort();
}
