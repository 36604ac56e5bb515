import type { Span } from '../../text/span';
import { refuseOver, sizeOfRoles } from '../limits/resultLimit';
import type { Value } from '../value';
import { EvaluationError } from '../value';
import { list } from './arguments';
import type { Arguments, Evaluate, FunctionEntry, Fidelity, Parameter } from './functionEntry';

const ASSIGNMENTS: Parameter = { name: 'source', type: 'Roles', documentation: 'The attribute [appRoleAssignments].' };
const NEEDS_ROLES: Fidelity = {
  mark: 'needs context',
  reason: 'Only the provisioning job knows role assignments.',
};

/**
 * The type of each role that is sent to a SCIM target. Source: customizing attribute mappings, application
 * provisioning.
 */
const ROLE_TYPE = 'WindowsAzureActiveDirectoryRole';

export const singleAppRoleAssignment: FunctionEntry = {
  name: 'SingleAppRoleAssignment',
  family: 'Roles, uniqueness and tenant',
  parameters: [ASSIGNMENTS],
  returns: 'String',
  documentation:
    'The name of the single role that a user has for the application; without a role there is no result. Several roles are a problem of the record, as the service refuses them.',
  example: { expression: 'SingleAppRoleAssignment([appRoleAssignments])', result: 'Admin' },
  fidelity: NEEDS_ROLES,
  needs: 'roles',
  compile: (args, at) => {
    const roles = list(args, 0);
    return (record, context) => {
      const names = roles(record, context);
      if (names.length > 1) {
        const message = `SingleAppRoleAssignment expects one role but gets ${names.length}. Assign one role to each user, or use AppRoleAssignmentsComplex.`;
        throw new EvaluationError('E_TYPE', message, at);
      }
      return names[0] ?? null;
    };
  },
};

function compileComplex(nameMember: 'display' | 'displayName') {
  return <Source>(args: Arguments<Source>, at: Span): Evaluate<Source> => {
    const roles = list(args, 0);
    return (record, context): Value => {
      const names = roles(record, context);
      refuseOver(sizeOfRoles(names), at);
      return {
        kind: 'roles',
        roles: names.map((name) => ({ primary: false, type: ROLE_TYPE, [nameMember]: name, value: name })),
      };
    };
  };
}

export const appRoleAssignmentsComplex: FunctionEntry = {
  name: 'AppRoleAssignmentsComplex',
  family: 'Roles, uniqueness and tenant',
  parameters: [ASSIGNMENTS],
  returns: 'Roles',
  documentation: 'All roles of a user, for a SCIM target; existing roles in the target stay.',
  example: { expression: 'AppRoleAssignmentsComplex([appRoleAssignments])', result: '(roles)' },
  fidelity: NEEDS_ROLES,
  needs: 'roles',
  compile: compileComplex('displayName'),
};

export const assertiveAppRoleAssignmentsComplex: FunctionEntry = {
  name: 'AssertiveAppRoleAssignmentsComplex',
  family: 'Roles, uniqueness and tenant',
  parameters: [ASSIGNMENTS],
  returns: 'Roles',
  documentation: 'All roles of a user, for a SCIM target; roles that the user no longer has are removed there.',
  example: { expression: 'AssertiveAppRoleAssignmentsComplex([appRoleAssignments])', result: '(roles)' },
  fidelity: NEEDS_ROLES,
  needs: 'roles',
  unlisted: true,
  compile: compileComplex('display'),
};

export const appRoleAssignments: FunctionEntry = {
  name: 'AppRoleAssignments',
  family: 'Roles, uniqueness and tenant',
  parameters: [ASSIGNMENTS],
  returns: 'Roles',
  documentation: 'Named in a sample of Microsoft Graph, without a description.',
  example: { expression: 'AppRoleAssignments([appRoleAssignments])', result: '(roles)' },
  fidelity: { mark: 'approximated', reason: 'The result is not documented; here it is the names of the roles.' },
  needs: 'roles',
  unlisted: true,
  compile: (args) => list(args, 0),
};
