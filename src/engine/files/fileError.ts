import { t } from '@vscode/l10n';
import { EngineError } from '../errors.ts';

/** What a file system refused, as an `EngineError` in words for a person; an `EngineError` and an abortion stay as they are. */
export function fileError(error: unknown, path: string): unknown {
  if (!(error instanceof Error) || error instanceof EngineError || !('code' in error)) return error;
  switch (error.code) {
    case 'ABORT_ERR':
      return error;
    case 'ENOSPC':
      return new EngineError('refused', t('There is no space left for {0}.', path), { cause: error });
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new EngineError('refused', t('You have no permission for {0}.', path), { cause: error });
    case 'ENOENT':
      return new EngineError('refused', t('{0} is not there.', path), { cause: error });
    default:
      return error;
  }
}
