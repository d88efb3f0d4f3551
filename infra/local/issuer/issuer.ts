import { createHash, randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Configuration, Provider } from 'oidc-provider';
import type { DemoAccount } from '#infra/demo/people.ts';
import { siteCss } from '#web/site-css.ts';
import { readBody } from '../loopback.ts';
import { memoryAdapter } from './memory-adapter.ts';
import { AccountsPage, IssuerProblemPage } from './page.tsx';
import { signingKeys } from './signing-keys.ts';

/** Where the issuer lives on the host. */
export const ISSUER_PATH = '/issuer';

/** What this system is called at the issuer. */
export const CLIENT_ID = 'desk';

export interface IssuerOptions {
  /** Address of the host, with the port it listens on. */
  readonly url: string;
  readonly keysFile: string;
  readonly accounts: readonly DemoAccount[];
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

const stylesheet = `/assets/site-${createHash('sha256').update(siteCss).digest('hex').slice(0, 12)}.css`;
const POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'";
const MINUTES = 60;
const LARGEST_FORM = 10_000;

function configuration({ url, keysFile, accounts, now }: IssuerOptions): Configuration {
  const origins = [url, url.replace('127.0.0.1', 'localhost')];
  return {
    adapter: memoryAdapter(now),
    clients: [
      {
        client_id: CLIENT_ID,
        token_endpoint_auth_method: 'none',
        redirect_uris: origins.map((origin) => `${origin}/sign-in/callback`),
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    jwks: signingKeys(keysFile),
    cookies: { keys: [randomBytes(32).toString('hex')] },
    pkce: { required: () => true },
    // Names in the ID token itself, as most issuers do; then nobody needs to ask for them with a second request.
    claims: { openid: ['sub'], profile: ['name'] },
    conformIdTokenClaims: false,
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      userinfo: { enabled: false },
    },
    ttl: {
      AccessToken: 10 * MINUTES,
      AuthorizationCode: 1 * MINUTES,
      Grant: 10 * MINUTES,
      IdToken: 10 * MINUTES,
      Interaction: 10 * MINUTES,
      Session: 10 * MINUTES,
    },
    interactions: { url: (_, { uid }) => `${ISSUER_PATH}/interaction/${uid}` },
    async findAccount(_, id) {
      const account = accounts.find((known) => known.id === id);
      if (account === undefined) return undefined;
      return { accountId: id, claims: async () => ({ sub: id, name: account.name }) };
    },
    // There is one client, our own: nobody is asked whether it may know his name.
    async loadExistingGrant({ oidc: { client, provider, session } }) {
      const accountId = session?.accountId;
      if (client === undefined || accountId === undefined) return undefined;
      const grant = new provider.Grant({ clientId: client.clientId, accountId });
      grant.addOIDCScope('openid profile');
      await grant.save();
      return grant;
    },
    renderError(ctx, { error }) {
      ctx.type = 'html';
      ctx.set('content-security-policy', POLICY);
      ctx.body = String(IssuerProblemPage({ code: error, stylesheet }));
    },
  };
}

/** The issuer remembers nobody: every sign-in asks who is there. */
function withoutSession(cookies: string | undefined): string | undefined {
  return cookies
    ?.split(/;\s*/)
    .filter((pair) => !/^_session(\.sig)?=/.test(pair))
    .join('; ');
}

function sendPage(response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': POLICY,
    'cache-control': 'no-store',
    'referrer-policy': 'same-origin',
  });
  response.end(html);
}

/**
 * A real OpenID Connect issuer for the embedded host (oidc-provider) whose accounts are signed in as by one click. It is
 * as safe as the machine it runs on: it listens on loopback, and anybody at the machine may be anybody.
 */
export function createIssuer(options: IssuerOptions): (request: IncomingMessage, response: ServerResponse) => unknown {
  const provider = new Provider(`${options.url}${ISSUER_PATH}`, configuration(options));
  const serve = provider.callback();

  async function interact(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const { uid } = await provider.interactionDetails(request, response);
      const action = `${ISSUER_PATH}/interaction/${uid}`;
      if (request.method !== 'POST') {
        return sendPage(response, 200, String(AccountsPage({ accounts: options.accounts, action, stylesheet })));
      }
      const form = new URLSearchParams(String(await readBody(request, LARGEST_FORM)));
      const account = options.accounts.find(({ id }) => id === form.get('account'));
      const result = account === undefined ? { error: 'access_denied' } : { login: { accountId: account.id } };
      await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
    } catch {
      sendPage(response, 400, String(IssuerProblemPage({ code: 'interaction', stylesheet })));
    }
  }

  return (request, response) => {
    const path = request.url ?? '';
    const cookies = withoutSession(request.headers.cookie);
    if (cookies !== undefined) request.headers.cookie = cookies;
    if (path.startsWith(`${ISSUER_PATH}/interaction/`)) return interact(request, response);
    // As a mounted server sees it: its own path, and beside it the whole one, from which it makes its addresses.
    Object.assign(request, { originalUrl: path, url: path.slice(ISSUER_PATH.length) });
    return serve(request, response);
  };
}
