/** The variables of a file, or the line that is wrong: counted from 1. */
export type EnvFile =
  | { readonly env: Readonly<Record<string, string>>; readonly problem?: undefined }
  | {
      readonly env?: undefined;
      readonly problem: { readonly line: number; readonly why: 'no-name' | 'space-in-name' };
    };

/**
 * Reads a file of `docker run --env-file`: a `NAME=value` a line, the value as it is, quotes and all; `#` begins a line of
 * comment; a name alone takes its value from `environment`, where it has one (docker/cli `opts/file.go`).
 */
export function parseEnvFile(
  text: string,
  environment: Readonly<Record<string, string | undefined>>,
): EnvFile {
  const env: Record<string, string> = {};
  for (const [index, raw] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    const line = raw.trimStart();
    if (line === '' || line.startsWith('#')) continue;
    const equals = line.indexOf('=');
    const name = equals < 0 ? line : line.slice(0, equals);
    if (name === '') return { problem: { line: index + 1, why: 'no-name' } };
    if (/\s/.test(name)) return { problem: { line: index + 1, why: 'space-in-name' } };
    const value = equals < 0 ? environment[name] : line.slice(equals + 1);
    if (value !== undefined) env[name] = value;
  }
  return { env };
}
