// Compiles the shapes of payloads into validators: src/core/payload/shape/schemas/validators.generated.ts
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleModule, root } from './bundleModule.mjs';
import { validatorsSource } from './validatorsSource.mjs';

const page = 'src/core/payload/shape/schemas/validators.generated.ts';
const { compiledShapes } = await bundleModule('src/core/payload/shape/schemas/compiledShapes.ts');
writeFileSync(join(root, page), validatorsSource(compiledShapes));
console.log(page);
