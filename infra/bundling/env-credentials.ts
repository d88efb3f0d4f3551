/**
 * Stands in for `@aws-sdk/credential-provider-node` inside Lambda bundles. Lambda hands credentials over in the
 * environment and nowhere else, so the chain of profiles, SSO and instance metadata is dead weight at every cold start.
 */

interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/**
 * The default credentials of every SDK client in a bundle. Read at each call, as the SDK does not cache them.
 *
 * @throws {Error} named `CredentialsProviderError`, as the SDK's own, when the environment carries no credentials.
 */
export function defaultProvider(): () => Promise<Credentials> {
  return async () => {
    const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN } = process.env;
    if (!AWS_ACCESS_KEY_ID || !AWS_SECRET_ACCESS_KEY) {
      throw Object.assign(new Error('No AWS credentials in the environment.'), { name: 'CredentialsProviderError' });
    }
    return {
      accessKeyId: AWS_ACCESS_KEY_ID,
      secretAccessKey: AWS_SECRET_ACCESS_KEY,
      ...(AWS_SESSION_TOKEN ? { sessionToken: AWS_SESSION_TOKEN } : {}),
    };
  };
}
