import { t } from '@vscode/l10n';

/** What is wrong with a platform, as `docker pull --platform` takes it. */
export function platformProblem(value: string): string | undefined {
  return /^[a-z0-9]+\/[a-z0-9_]+(?:\/[a-z0-9.]+)?$/.test(value.trim())
    ? undefined
    : t('A platform is a system and an architecture, such as linux/arm64.');
}
