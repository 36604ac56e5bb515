import type { MappingCheck } from '../mappingCheck';

export const withoutEffect: MappingCheck = function* ({ model }) {
  for (const { path, definition, rule } of model.rules) {
    const reason =
      path.urn === undefined && path.attribute === 'password'
        ? 'Entra does not provision passwords.'
        : definition?.readOnly === true || path.attribute === 'groups'
          ? 'RFC 7643 makes it read-only.'
          : undefined;
    if (reason === undefined) continue;
    yield {
      code: 'mapping.attribute-without-effect',
      severity: 'warning',
      message: `"${path.attribute}" does nothing here. ${reason}`,
      span: rule.path.span,
    };
  }
};
