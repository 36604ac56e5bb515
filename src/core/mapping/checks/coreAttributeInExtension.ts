import { problemKind, problemOf } from '../../problems/problemKind';
import { KNOWN_SCHEMAS, USER_SCHEMA } from '../../scim/userSchema';
import type { MappingCheck } from './mappingCheck';

const kind = problemKind({
  code: 'mapping.core-attribute-in-extension',
  severity: 'information',
  title: 'Custom attribute with the name of a standard one',
  explanation:
    'An attribute of a custom schema has the name of an attribute of RFC 7643. They are separate attributes: a mapping of the provisioning job that reads the standard one does not find this value.',
  remedy:
    'To set the standard attribute, move the rule out of the schema block. Otherwise keep it, or choose another name.',
  authority: 'RFC 7643',
  example: {
    wrong: 'schema urn:ietf:params:scim:schemas:extension:contoso:1.0:User {\n  title = [JobTitle]\n}',
    right: 'title = [JobTitle]',
  },
});

/** Every attribute of RFC 7643, by its name in lower case. */
const KNOWN = new Map(
  KNOWN_SCHEMAS.flatMap(({ urn, name: schema, attributes }) =>
    attributes.map(({ name }) => [
      name.toLowerCase(),
      { name, schema, path: urn === USER_SCHEMA.urn ? name : `${urn}:${name}` },
    ]),
  ),
);

/** Data: `path`, the path of the attribute that may have been meant. */
export const coreAttributeInExtension: MappingCheck = {
  kinds: [kind],
  *ofMapping({ model }) {
    const seen = new Set<string>();
    for (const { path, definition, rule } of model.rules) {
      if (path.urn === undefined || definition !== undefined) continue;
      const known = KNOWN.get(path.attribute.toLowerCase());
      if (known === undefined || seen.has(`${path.urn}:${known.name}`)) continue;
      seen.add(`${path.urn}:${known.name}`);
      const message = `"${path.attribute}" is not the same attribute here as "${known.name}" of ${known.schema} (RFC 7643), which mappings of the job usually read.`;
      yield problemOf(kind, rule.path.span, message, { path: known.path });
    }
  },
};
