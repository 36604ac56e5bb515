import type { SignIn } from '../file/signIn';

/** A way to sign in, for the list of choices. */
export interface SignInWay {
  readonly label: string;
  /** One line on when to choose it. */
  readonly when: string;
}

/** Every way to sign in, in display order, starting with those for a person at the machine. */
export const signInWays: Readonly<Record<SignIn['kind'], SignInWay>> = {
  browser: {
    label: 'Browser',
    when: 'You, at this desk. Needs a directory role as well as the permissions.',
  },
  vscodeAccount: {
    label: 'Microsoft account of VS Code',
    when: 'You, with the account that VS Code is signed in with; also in remote windows.',
  },
  deviceCode: {
    label: 'Device code',
    when: 'You, where no browser opens, as in a remote window. Many tenants block it.',
  },
  azureCli: {
    label: 'Azure CLI',
    when: 'The account that "az" is signed in with. Quick to try; its application may lack consent.',
  },
  clientSecret: {
    label: 'Client secret',
    when: 'An application, for a first test. The secret expires, after two years at most.',
  },
  clientCertificate: {
    label: 'Client certificate',
    when: 'An application, from your machine that stores the private key.',
  },
  workloadIdentity: {
    label: 'Workload identity federation',
    when: 'An application, where a platform such as Kubernetes issues its tokens.',
  },
  managedIdentity: {
    label: 'Managed identity',
    when: 'The Azure machine or container that this editor runs on. Nothing to store.',
  },
};
