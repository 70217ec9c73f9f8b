import { Ajv } from 'ajv';

/** Holds a value against a JSON schema; the first place where it does not fit, in a few words, or undefined. */
export function misfit(schema: object, value: unknown): string | undefined {
  const validate = new Ajv({ allErrors: false, strict: false, logger: false }).compile(schema);
  if (validate(value)) return undefined;
  const [first] = validate.errors ?? [];
  return `${first?.instancePath || 'the file'} ${first?.message ?? 'does not fit the schema'}`;
}
