import type { JobSchema } from '../../jobSchema/jobSchema';
import { attributeNames, mapsUsers, resolveMappings } from '../../jobSchema/resolveMappings';
import type { JobFlavour } from './compiledJob';

const AD_ALONE = /^(sAMAccountName|objectGUID)$/i;

/**
 * The target of a job, from its schema: the schema's id begins with the name of the template; otherwise, attributes
 * that Entra does not have show that accounts are in Active Directory.
 */
export function flavourOf(schema: JobSchema): JobFlavour {
  const template = /^(API2AAD|API2AD)\./i.exec(schema.id?.text ?? '')?.[1]?.toUpperCase();
  if (template !== undefined) return template === 'API2AD' ? 'API2AD' : 'API2AAD';
  const mappings = resolveMappings(schema).filter(mapsUsers);
  return mappings.some(({ target }) => attributeNames(target).some((name) => AD_ALONE.test(name)))
    ? 'API2AD'
    : 'API2AAD';
}
