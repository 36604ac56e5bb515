// Compiles the shapes of payloads into validators: src/core/payload/shapes/validators.generated.ts
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleModule, root } from './bundleModule.mjs';
import { validatorsSource } from './validatorsSource.mjs';

const page = 'src/core/payload/shapes/validators.generated.ts';
const { compiledShapes } = await bundleModule('src/core/payload/shapes/compiledShapes.ts');
writeFileSync(join(root, page), validatorsSource(compiledShapes));
console.log(page);
