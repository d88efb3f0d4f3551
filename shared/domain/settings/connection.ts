/**
 * How one platform is reached (平台对接). Secrets are names of parameters, never values. A platform without an enabled
 * connection takes packages.
 */
export interface PlatformConnection {
  readonly platform: string;
  readonly enabled: boolean;
  /** Address the platform's interface begins with, https; http only within the machine. */
  readonly base: string;
  /** What its adapter asks for, by name of the field. */
  readonly options: Readonly<Record<string, string>>;
  /** Names of parameters, by name of the field. */
  readonly secrets: Readonly<Record<string, string>>;
  /** Requests we may send in a minute, as agreed with the platform. */
  readonly requestsPerMinute: number;
}
