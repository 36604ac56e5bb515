// Renews the pages that are made from the code: docs/expressions.md, docs/mapping.md and docs/problems.md
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleModule, root } from './bundleModule.mjs';

/** Each page: the module that makes it, and the function in it. */
const pages = [
  { page: 'docs/expressions.md', module: 'src/core/expression/describeLanguage.ts', make: 'describeLanguage' },
  { page: 'docs/mapping.md', module: 'src/language/mapping/reference/describeMappings.ts', make: 'describeMappings' },
  { page: 'docs/problems.md', module: 'src/core/catalogue/describeProblems.ts', make: 'describeProblems' },
];

for (const { page, module, make } of pages) {
  const made = await bundleModule(module);
  writeFileSync(join(root, page), made[make]());
  console.log(page);
}
