import type { JsonObject } from '../../core/json/jsonValue';
import type { Directory, DirectoryUser } from '../../core/provisioning/directory/directory';
import { userJson } from '../../core/provisioning/users/writeUsers';
import { notFound } from '../message';
import { answerCollection, answerItem } from '../odata/collection';
import type { FilterField } from '../odata/filter';
import { needs } from '../gate/permissions';
import type { RoutedCall, Route } from '../routes';

/** The properties that Graph returns without `$select`. Source: Microsoft Graph, get a user. */
const DEFAULT_PROPERTIES = [
  'businessPhones',
  'displayName',
  'givenName',
  'id',
  'jobTitle',
  'mail',
  'mobilePhone',
  'officeLocation',
  'preferredLanguage',
  'surname',
  'userPrincipalName',
];

const text = (name: string): readonly [string, FilterField<DirectoryUser>] => [
  name.toLowerCase(),
  {
    type: 'text',
    operators: ['eq', 'ne', 'in', 'startswith'],
    ignoresCase: true,
    read: ({ values }) => {
      const value = values.get(name);
      return typeof value === 'string' ? value : undefined;
    },
  },
];

const fields = new Map<string, FilterField<DirectoryUser>>([
  ['id', { type: 'text', operators: ['eq', 'ne', 'in'], ignoresCase: true, read: ({ id }) => id }],
  ...['userPrincipalName', 'employeeId', 'displayName', 'mail', 'mailNickname', 'department'].map(text),
  [
    'accountenabled',
    { type: 'boolean', operators: ['eq', 'ne'], read: ({ values }) => values.get('accountEnabled') === true },
  ],
]);

/** Routes that read the accounts of Entra ID. Source: Microsoft Graph, list users; get a user. */
export function userRoutes(directory: Directory): readonly Route[] {
  const read = { operation: 'users', method: 'GET', needs: needs.readUsers } as const;
  return [
    {
      ...read,
      path: /^\/(v1\.0|beta)\/users\/?$/i,
      answer: (call) =>
        answerCollection(call, {
          name: 'users',
          items: directory.users(),
          fields,
          write: (user) => written(user, directory, call),
          properties: DEFAULT_PROPERTIES,
          pageSize: 100,
          maxPageSize: 999,
          options: ['$expand'],
        }),
    },
    {
      ...read,
      path: /^\/(v1\.0|beta)\/users\/([^/]+)\/?$/i,
      answer: (call) => {
        const name = call.parameters[1] ?? '';
        const user = directory.user(name.toLowerCase()) ?? directory.withUserPrincipalName(name);
        return user === undefined
          ? notFound('user', name)
          : answerItem(call, 'users', written(user, directory, call), DEFAULT_PROPERTIES);
      },
    },
  ];
}

/** The JSON of a user; the manager is only included with `$expand`. */
function written(user: DirectoryUser, directory: Directory, { query }: RoutedCall): JsonObject {
  const { manager, ...known } = userJson(user, directory, 'API2AAD');
  const rest = { businessPhones: [], ...known };
  const isAsked = /^manager\b/.test(query.get('$expand') ?? '');
  return isAsked && manager !== undefined ? { ...rest, manager } : rest;
}
