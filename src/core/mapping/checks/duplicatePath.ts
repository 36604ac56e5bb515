import { formatAttributePath } from '../../scim/attributePath';
import type { MappingCheck } from '../mappingCheck';

/** The same path twice: an error at the second. */
export const duplicatePath: MappingCheck = function* ({ model }) {
  const seen = new Set<string>();
  for (const { path, rule } of model.rules) {
    const label = formatAttributePath(path);
    if (seen.has(label)) {
      yield {
        code: 'mapping.duplicate-path',
        severity: 'error',
        message: `"${label}" has a rule already: an attribute takes one value.`,
        span: rule.path.span,
      };
    }
    seen.add(label);
  }
};
