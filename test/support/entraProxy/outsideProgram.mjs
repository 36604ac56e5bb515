// A client that knows nothing of this project or of the proxy: it signs in with Microsoft's own library and calls with undici,
// and all that leads it is its environment. Started by `outsideClient.ts`, which says what to do.
import {
  ClientCertificateCredential,
  ClientSecretCredential,
  DeviceCodeCredential,
  WorkloadIdentityCredential,
} from '@azure/identity';
import { EnvHttpProxyAgent, fetch } from 'undici';

const dispatcher = new EnvHttpProxyAgent();

const credentials = {
  secret: ({ tenantId, clientId, secret, ...options }) =>
    new ClientSecretCredential(tenantId, clientId, secret, options),
  certificate: ({ tenantId, clientId, certificatePath, ...options }) =>
    new ClientCertificateCredential(tenantId, clientId, { certificatePath }, options),
  workloadIdentity: (options) => new WorkloadIdentityCredential(options),
  deviceCode: (options) =>
    new DeviceCodeCredential({ ...options, userPromptCallback: ({ message }) => process.send({ prompt: message }) }),
};

async function signIn({ way, scope, ...options }) {
  const { token, expiresOnTimestamp } = await credentials[way]({
    ...options,
    // Repeating what was refused only costs the tests time
    retryOptions: { maxRetries: 0 },
  }).getToken(scope);
  return { token, expiresOnTimestamp };
}

async function call({ url, ...options }) {
  const answer = await fetch(url, { dispatcher, ...options });
  return { status: answer.status, headers: Object.fromEntries(answer.headers), text: await answer.text() };
}

process.on('message', ({ id, job, options }) => {
  const work = job === 'signIn' ? signIn(options) : call(options);
  work.then(
    (value) => process.send({ id, value }),
    (error) => process.send({ id, error: { name: error.name, message: error.message, code: error.cause?.code } }),
  );
});
