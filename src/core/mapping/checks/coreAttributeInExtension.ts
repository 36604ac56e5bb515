import type { ProblemKind } from '../../problems/problemKind';
import { problemOf } from '../../problems/problemKind';
import { findAttribute } from '../../scim/schema';
import { KNOWN_SCHEMAS } from '../../scim/userSchema';
import type { MappingCheck } from './mappingCheck';

const kind: ProblemKind = {
  code: 'mapping.core-attribute-in-extension',
  severity: 'information',
  title: 'Custom attribute with the name of a known one',
  explanation:
    'An attribute of a custom schema has the name of an attribute of RFC 7643. They are two attributes: a mapping of the provisioning job that reads the known one finds nothing here.',
  remedy: 'Move the rule out of the schema block if the known attribute is meant; else leave it, or take another name.',
  authority: 'RFC 7643',
  example: {
    wrong: 'schema urn:ietf:params:scim:schemas:extension:contoso:1.0:User {\n  title = [JobTitle]\n}',
    right: 'title = [JobTitle]',
  },
};

/** Data: `path`, the path of the attribute that may have been meant. */
export const coreAttributeInExtension: MappingCheck = {
  kinds: [kind],
  *find({ model }) {
    const seen = new Set<string>();
    for (const { path, definition, rule } of model.rules) {
      if (path.urn === undefined || definition !== undefined) continue;
      for (const { urn, attributes, name } of KNOWN_SCHEMAS) {
        const known = findAttribute(attributes, path.attribute);
        if (known === undefined || seen.has(`${path.urn}:${known.name}`)) continue;
        seen.add(`${path.urn}:${known.name}`);
        const meant = urn === KNOWN_SCHEMAS[0]?.urn ? known.name : `${urn}:${known.name}`;
        const message = `"${path.attribute}" here is another attribute than "${known.name}" of ${name} (RFC 7643), which mappings of the job usually read.`;
        yield problemOf(kind, rule.path.span, message, { path: meant });
      }
    }
  },
};
