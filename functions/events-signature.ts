import { Webhook, WebhookVerificationError } from 'standardwebhooks';
import { AppError } from '#shared/errors/app-error.ts';
import type { VerifyMessage } from '#shared/services/inbound/inbound-ports.ts';

function webhookOf(secret: string): Webhook {
  try {
    return new Webhook(secret);
  } catch {
    // What is wrong with it would quote it.
    throw new AppError('SECRET.UNAVAILABLE', 'the secret that signs events is not base64');
  }
}

/** The text that was signed; undefined where bytes are no UTF-8: read as text they would be others than those signed. */
function signedText(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Checks signature and time by Standard Webhooks; time as the process has it. */
export const verifyMessage: VerifyMessage = (secret, { id, timestamp, signature, bytes }) => {
  const webhook = webhookOf(secret);
  const text = signedText(bytes);
  if (text === undefined) return false;
  const headers = { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature };
  try {
    webhook.verify(text, headers, { jsonParse: false });
    return true;
  } catch (error) {
    if (error instanceof WebhookVerificationError) return false;
    throw error;
  }
};
