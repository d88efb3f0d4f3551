import { AwsClient } from 'aws4fetch';

/** Who signs requests, and in which region. */
export interface Signer {
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string | undefined;
}

/** A client that signs requests to one service and repeats those that failed, three times. */
export function signedClient(signer: Signer, service: 's3' | 'ssm'): AwsClient {
  const { accessKeyId, secretAccessKey, sessionToken, region } = signer;
  const session = sessionToken === undefined ? {} : { sessionToken };
  return new AwsClient({ accessKeyId, secretAccessKey, ...session, region, service, retries: 3 });
}

/** End of the names of a region's hosts; the China partition has its own. */
export function awsDomain(region: string): string {
  return region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
}
