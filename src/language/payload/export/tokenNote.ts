/** The destination of a copied request. */
export interface TokenTarget {
  readonly connection: string;
  /** The origin that the token is for. */
  readonly graph: string;
  /** Where the token of a tenant is issued; absent for a sandbox. */
  readonly signIn?: string;
}

/** The terms with which to explain how to add a token to a copied request. */
export interface TokenWords {
  /** How the text refers to the token: `$TOKEN`. */
  readonly variable: string;
  /** The command that copies the token command of a sandbox, and what to choose in it. */
  readonly sandboxCommand: string;
}

/** The permission that the upload needs. Source: Microsoft Graph, bulkUpload. */
const PERMISSION = 'SynchronizationData-User.Upload';

/**
 * Comment lines that explain which token a copied request needs and where it comes from. They contain only words and
 * addresses: some shells run comments that are typed in, and a quote or bracket would begin something.
 */
export function tokenNote(target: TokenTarget, { variable, sandboxCommand }: TokenWords): readonly string[] {
  const { connection, graph, signIn } = target;
  const lines =
    signIn === undefined
      ? [
          `${variable} is a token of ${connection}, a sandbox tenant, which accepts no other. Valid until the sandbox stops.`,
          `To get one, run ${sandboxCommand}.`,
        ]
      : [
          `${variable} is an access token for ${graph} of an application with the permission ${PERMISSION}, for ${connection}.`,
          `To get one, POST the id and secret of the application to ${signIn}/TENANT-ID/oauth2/v2.0/token with grant_type client_credentials and scope ${graph}/.default.`,
        ];
  return lines.map((line) => line.replace(/[^\p{L}\p{N} .,:/_-]/gu, ''));
}

/** Who issues the token, for a prompt. */
export function tokenIssuer({ signIn }: TokenTarget): string {
  return signIn === undefined ? 'the sandbox tenant' : 'Microsoft Graph';
}
