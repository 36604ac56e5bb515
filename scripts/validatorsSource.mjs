// Makes the validators of payloads, as code that needs neither ajv nor `new Function` when it runs
import { Ajv } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';

const HEADER = `// @ts-nocheck
// Made from the shapes in this folder by "npm run shapes": do not edit.
`;

/**
 * The text of a module that exports a function for each shape, by its name.
 * @param shapes JSON Schemas of draft 7
 */
export function validatorsSource(shapes) {
  const ajv = new Ajv({
    allErrors: true,
    messages: false,
    allowUnionTypes: true,
    // The pattern of all extensions covers the one that is known
    allowMatchingProperties: true,
    code: { source: true, esm: true },
  });
  for (const [name, shape] of Object.entries(shapes)) ajv.addSchema(shape, name);
  const names = Object.fromEntries(Object.keys(shapes).map((name) => [name, name]));
  return `${HEADER}${standalone.default(ajv, names)}\n`;
}
