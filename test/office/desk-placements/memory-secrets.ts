import { AppError } from '#shared/errors/app-error.ts';
import type { Secrets } from '#shared/ports/secrets.ts';

/** Secrets kept in memory. */
export function memorySecrets(kept: Readonly<Record<string, string>>): Secrets {
  return {
    read: (name) => {
      const value = kept[name];
      return value === undefined
        ? Promise.reject(new AppError('SECRET.MISSING', 'no secret of that name'))
        : Promise.resolve(value);
    },
  };
}
