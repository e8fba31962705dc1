import { t } from '@vscode/l10n';

const instruction =
  /^(?:CMD|ENTRYPOINT|ENV|EXPOSE|LABEL|ONBUILD|USER|VOLUME|WORKDIR|STOPSIGNAL|HEALTHCHECK)\s+\S/i;

/** What is wrong with lines of Dockerfile instructions that change how an image is run. */
export function changesProblem(text: string): string | undefined {
  const wrong = linesOf(text).find((line) => !instruction.test(line));
  return wrong === undefined
    ? undefined
    : t('“{0}” is no instruction that changes an image’s settings.', wrong);
}

/** The lines of a text that are not empty. */
export function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
