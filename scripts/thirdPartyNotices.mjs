// The notices that the licences of bundled packages ask for, made from what the bundles really contain
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './bundleModule.mjs';

/** The file of the notices, relative to the project: beside the bundles, so that every package that has the bundles has it too. */
export const NOTICES_FILE = 'dist/ThirdPartyNotices.txt';

const LICENCE_FILE = /^(licen[cs]e|copying|notice|third-?party-?notices?)(\.(md|txt))?$/i;
const PACKAGE = /^(.*node_modules\/((?:@[^/]+\/)?[^/]+))\//;

/** For packages that name a licence and do not carry its text. */
const STANDARD_TEXTS = {
  MIT: `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`,
};

/** Documents whose facts are in tables of ours, in our own words and order. */
const DATA = `Tables of this product hold facts from these documents. Words and selection are ours unless the table says otherwise.

Microsoft Learn (Microsoft Graph, Microsoft Entra, .NET), (c) Microsoft Corporation, Creative Commons Attribution 4.0
International, https://creativecommons.org/licenses/by/4.0/: limits and error codes of the service, names of attributes, default
mappings, functions of the expression language, named Unicode blocks and date formats of .NET.

RFC 7643 and RFC 7644, (c) IETF Trust and the persons identified as the document authors, https://trustee.ietf.org/license-info:
names and types of SCIM attributes.`;

/** What packages contain of others without their licence, by a part of the path. */
const CONTAINED = [
  {
    path: '/undici/lib/llhttp/',
    text: 'undici contains llhttp (https://github.com/nodejs/llhttp), which is under the MIT licence.',
    licence: { name: 'llhttp', license: 'MIT', author: 'Fedor Indutny, 2018' },
  },
];

/**
 * The files that bundles are built from, by the folder of their package.
 *
 * @param {readonly import('esbuild').Metafile[]} metafiles
 * @returns {Map<string, Set<string>>}
 */
function filesByPackage(metafiles) {
  const packages = new Map();
  for (const path of metafiles.flatMap(({ inputs }) => Object.keys(inputs))) {
    const folder = PACKAGE.exec(path)?.[1];
    if (folder !== undefined) packages.set(folder, (packages.get(folder) ?? new Set()).add(path));
  }
  return packages;
}

/** The licence texts in the folders from a package's own down to those of its files: a part may have a licence of its own. */
function licenceTexts(folder, files) {
  const folders = new Set([folder]);
  for (const file of files) for (let at = dirname(file); at.length > folder.length; at = dirname(at)) folders.add(at);
  return [...folders]
    .sort()
    .filter((at) => existsSync(join(root, at)))
    .flatMap((at) =>
      readdirSync(join(root, at))
        .filter((name) => LICENCE_FILE.test(name))
        .map((name) => readFileSync(join(root, at, name), 'utf8').trim()),
    );
}

function standardText({ name, license, author }) {
  const text = STANDARD_TEXTS[license];
  const holder = typeof author === 'string' ? author : author?.name;
  if (text === undefined || holder === undefined)
    throw new Error(`${name} carries no licence text, and none is known for ${license} by ${holder}.`);
  return `Copyright (c) ${holder}\n\n${text}`;
}

function containedTexts(files) {
  return CONTAINED.filter(({ path }) => [...files].some((file) => file.includes(path))).map(
    ({ text, licence }) => `${text}\n\n${standardText(licence)}`,
  );
}

function noticeOf([folder, files]) {
  const manifest = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
  const { name, version, license, homepage, repository } = manifest;
  const own = licenceTexts(folder, files);
  const texts = [...(own.length > 0 ? own : [standardText(manifest)]), ...containedTexts(files)];
  const address = homepage ?? (typeof repository === 'string' ? repository : repository?.url) ?? '';
  return { name, text: [`${name} ${version}`, address, `Licence: ${license}`, '', texts.join('\n\n')].join('\n') };
}

/**
 * The text of the notices: each bundled package with its version, its licence and the licence's text, by name.
 *
 * @param {readonly import('esbuild').Metafile[]} metafiles of all bundles that are shipped
 */
export function thirdPartyNotices(metafiles) {
  const notices = [...filesByPackage(metafiles)].map(noticeOf).sort((a, b) => (a.name < b.name ? -1 : 1));
  const { displayName } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const rule = `\n\n${'='.repeat(80)}\n\n`;
  const intro = `Third-party notices\n\n${displayName} is built from the packages below. Each is followed by its licence.`;
  return `${[intro, ...notices.map(({ text }) => text), `Data\n\n${DATA}`].join(rule)}\n`.replaceAll('\r\n', '\n');
}
