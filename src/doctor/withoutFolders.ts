import type { SignIn } from '../connections/file/signIn';
import type { TenantConnectionFile } from '../connections/tenantFile';
import type { Finding } from './report';

/** Shortens paths in a finding to file names: a home folder is named after a person, and reports are passed on. */
export function withoutFolders(finding: Finding, file: TenantConnectionFile | undefined): Finding {
  const paths = file === undefined ? [] : pathsOf(file.signIn);
  const shorten = (text: string): string =>
    paths.reduce((shortened, path) => shortened.replaceAll(path, path.split(/[/\\]/).at(-1) ?? ''), text);
  return { ...finding, message: shorten(finding.message), remedy: shorten(finding.remedy) };
}

function pathsOf(signIn: SignIn): readonly string[] {
  switch (signIn.kind) {
    case 'clientSecret':
      return 'file' in signIn.secret ? [signIn.secret.file] : [];
    case 'clientCertificate': {
      const { certificate, password } = signIn;
      return [certificate.file, ...(password !== undefined && 'file' in password ? [password.file] : [])];
    }
    case 'workloadIdentity':
      return [signIn.tokenFile];
    default:
      return [];
  }
}
