import type { JsonObject } from '#infra/opi/wire.ts';

/** The gateway's no (`error_response`). */
export class GatewayError extends Error {
  readonly code: number;
  readonly subCode: string;
  readonly subMessage: string;

  constructor(code: number, message: string, subCode = '', subMessage = '') {
    super(message);
    this.name = 'GatewayError';
    this.code = code;
    this.subCode = subCode;
    this.subMessage = subMessage;
  }

  toBody(): JsonObject {
    const sub = this.subCode === '' ? {} : { sub_code: this.subCode, sub_msg: this.subMessage };
    return { error_response: { code: this.code, msg: this.message, ...sub } };
  }
}

/** Not acceptable as sent. */
export function invalidParameter(what: string): GatewayError {
  return new GatewayError(50, 'Remote service error', 'isv.invalid-parameter', `非法参数:${what}(演示)`);
}
