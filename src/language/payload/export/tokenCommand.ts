/** What a sandbox needs to issue a token. Its secret is valid only for this sandbox, until it stops. */
interface TokenSourceFacts {
  /** The origin that replaces Graph's. */
  readonly graph: string;
  readonly tokenEndpoint: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** Commands that store a token of a sandbox in the variable that copied payloads read. */
export const tokenCommands = { posix, powershell } as const;

function posix({ graph, tokenEndpoint, clientId, clientSecret }: TokenSourceFacts): string {
  const members = [
    'grant_type=client_credentials',
    `client_id=${clientId}`,
    `client_secret=${clientSecret}`,
    `scope=${graph}/.default`,
  ];
  return [
    `TOKEN=$(curl --silent --show-error '${tokenEndpoint}' \\`,
    ...members.map((text) => `  --data-urlencode '${text}' \\`),
    `  | sed -n 's/.*"access_token": *"\\([^"]*\\)".*/\\1/p')`,
    '',
  ].join('\n');
}

function powershell({ graph, tokenEndpoint, clientId, clientSecret }: TokenSourceFacts): string {
  return [
    `$env:TOKEN = (Invoke-RestMethod -Method Post -Uri '${tokenEndpoint}' -Body @{`,
    `  grant_type    = 'client_credentials'`,
    `  client_id     = '${clientId}'`,
    `  client_secret = '${clientSecret}'`,
    `  scope         = '${graph}/.default'`,
    '}).access_token',
    '',
  ].join('\n');
}
