import { defineProblemKinds } from '../../problems/problemKind';

/** The kinds of problems in a file of users; errors in its JSON have their own kinds. */
export const usersProblems = defineProblemKinds({
  refused: {
    code: 'users.refused',
    severity: 'error',
    blocking: true,
    title: 'User that cannot be read',
    explanation:
      'The file is not a list of users, or a user in it has no id, or the id or name of another user. The user is left out, and nothing is predicted, because the directory is incomplete.',
    remedy: 'Correct the marked place, or read the users again from Microsoft Graph.',
    authority: 'Entra',
    example: {
      wrong: '{ "value": [{ "userPrincipalName": "ada@contoso.com" }] }',
      right: '{ "value": [{ "id": "7d3f", "userPrincipalName": "ada@contoso.com" }] }',
    },
  },
  passedOver: {
    code: 'users.passed-over',
    severity: 'warning',
    title: 'Member of a user that is passed over',
    explanation: 'A member of a user has a form that is not read. The user is taken without it.',
    remedy: 'Correct the member, or remove it.',
    authority: 'Entra',
    example: {
      wrong: '{ "value": [{ "id": "7d3f", "userPrincipalName": "ada@contoso.com", "accountEnabled": "yes" }] }',
      right: '{ "value": [{ "id": "7d3f", "userPrincipalName": "ada@contoso.com", "accountEnabled": true }] }',
    },
  },
});
