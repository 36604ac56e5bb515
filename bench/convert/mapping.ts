/** The mapping that every contender applies, as ours reads it. */
export const MAPPING = `source csv {
  encoding = "utf-8"
}

where [WorkerType] <> "Intern"

externalId  = [WorkerID]
userName    = Join("@", ToLower([UserID]), "contoso.com")
displayName = [FullName]
title       = [JobTitle]  @empty(null)
userType    = [WorkerType]
active      = Switch([WorkerStatus], , "Active", "True", "Leave", "True", "Terminated", "False")

name {
  familyName = [LastName]
  givenName  = [FirstName]
}

addresses[type eq "work"] {
  streetAddress = [StreetAddress]
  locality      = [City]
  region        = [Region]
  postalCode    = [ZipCode]
  country       = [CountryCode]
}

phoneNumbers[type eq "work"].value = Replace([OfficePhone], " ", , , "", , )

schema urn:ietf:params:scim:schemas:extension:enterprise:2.0:User {
  employeeNumber = [WorkerID]
  costCenter     = [CostCenter]
  organization   = [Company]
  division       = [Division]
  department     = [Department]
  manager.value  = [ManagerID]
}

schema urn:ietf:params:scim:schemas:extension:contoso:1.0:User {
  HireDate        = FormatDateTime([HireDate], , "yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ssZ")         @type(DateTime)
  TerminationDate = FormatDateTime([TerminationDate], , "yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ssZ")  @type(DateTime)
}
`;

const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const CONTOSO = 'urn:ietf:params:scim:schemas:extension:contoso:1.0:User';

/** Where a value comes from, as a mapping of the obvious kind says it in JSON. */
export type Source =
  | { readonly column: string }
  | { readonly constant: string }
  | { readonly column: string; readonly table: Readonly<Record<string, boolean>> }
  | { readonly column: string; readonly lower: true; readonly suffix: string }
  | { readonly column: string; readonly without: string }
  | { readonly column: string; readonly suffix: string; readonly date: true }
  | { readonly column: string; readonly orNull: true };

/** A leaf says where its value comes from; lists and objects stand for themselves. */
export interface Shape {
  readonly [name: string]: Source | Shape | readonly Shape[];
}

const from = (column: string): Source => ({ column });

/** The same mapping for the obvious programs; what is empty is left out. */
export const SHAPE: Shape = {
  externalId: from('WorkerID'),
  userName: { column: 'UserID', lower: true, suffix: '@contoso.com' },
  displayName: from('FullName'),
  title: { column: 'JobTitle', orNull: true },
  userType: from('WorkerType'),
  active: { column: 'WorkerStatus', table: { Active: true, Leave: true, Terminated: false } },
  name: { familyName: from('LastName'), givenName: from('FirstName') },
  addresses: [
    {
      type: { constant: 'work' },
      streetAddress: from('StreetAddress'),
      locality: from('City'),
      region: from('Region'),
      postalCode: from('ZipCode'),
      country: from('CountryCode'),
    },
  ],
  phoneNumbers: [{ type: { constant: 'work' }, value: { column: 'OfficePhone', without: ' ' } }],
  [ENTERPRISE]: {
    employeeNumber: from('WorkerID'),
    costCenter: from('CostCenter'),
    organization: from('Company'),
    division: from('Division'),
    department: from('Department'),
    manager: { value: from('ManagerID') },
  },
  [CONTOSO]: {
    HireDate: { column: 'HireDate', date: true, suffix: 'T00:00:00Z' },
    TerminationDate: { column: 'TerminationDate', date: true, suffix: 'T00:00:00Z' },
  },
};

export const SCHEMAS = ['urn:ietf:params:scim:schemas:core:2.0:User', ENTERPRISE, CONTOSO];
export const BULK_REQUEST = 'urn:ietf:params:scim:api:messages:2.0:BulkRequest';
